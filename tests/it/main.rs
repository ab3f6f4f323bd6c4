//! One binary for every test that needs the whole program, since each links polars anew.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    reason = "a test fails by panicking, tables of examples are long, and a random layout has many switches"
)]

mod bad_input;
mod blank_forms;
mod charts;
mod commands;
mod decisions;
mod earlier;
mod end_to_end;
mod explain;
mod figures;
mod folder;
mod fuzz_cases;
mod invariants;
mod layouts;
mod other_forms;
mod plain_text;
mod proposals;
mod reading;
mod regressions;
mod reorganisation;
mod reorganisation_of_wards;
mod rules_in_time;
mod sample;
mod score_sheets;
mod slips;
mod status;
mod tidy;
