//! Every seed and every find of the fuzzer, through the same bodies.

use super::folder::project;

#[path = "../../fuzz/bodies.rs"]
mod bodies;

/// Runs a body over the kept cases of its target, in order; a failing one is named.
fn run(target: &str, body: fn(&[u8])) {
    let mut cases = 0;
    for kept in ["seeds", "found"] {
        let Ok(folder) = std::fs::read_dir(project().join("fuzz").join(kept).join(target)) else { continue };
        let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let bytes = std::fs::read(&path).unwrap();
            let run = std::panic::catch_unwind(|| body(&bytes));
            assert!(run.is_ok(), "{}", path.display());
            cases += 1;
        }
    }
    assert!(cases > 0, "{target} has no seeds");
}

#[test]
fn headers() {
    run("header", bodies::header);
}

#[test]
fn values() {
    run("values", bodies::values);
}

#[test]
fn workbooks() {
    run("workbook", bodies::workbook);
}
