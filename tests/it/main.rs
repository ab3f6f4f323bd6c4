//! One binary for every test that needs the whole program, since each links polars anew.

mod bad_input;
mod end_to_end;
mod figures;
mod folder;
mod invariants;
mod reading;
mod sample;
mod tidy;
