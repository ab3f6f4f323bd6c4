//! Arbitrary bytes opened as a workbook.

#![no_main]

use std::sync::Once;

#[path = "../bodies.rs"]
mod bodies;

/// A library that trips over a file is caught by the program and no find; the fuzzer's own hook would end the process.
static QUIET: Once = Once::new();

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    QUIET.call_once(|| std::panic::set_hook(Box::new(|panic| eprintln!("{panic}"))));
    bodies::workbook(data);
});
