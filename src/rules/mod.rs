//! The Committee's rules: `pipelines/*.toml`, checked.

pub mod dated;
pub mod flags;
pub mod index;
