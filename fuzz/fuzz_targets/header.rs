//! A small sheet of arbitrary texts, recognised and read.

#![no_main]

#[path = "../bodies.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::header(data));
