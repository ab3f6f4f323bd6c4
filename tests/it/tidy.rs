//! Rules of the repository.

use std::path::{Path, PathBuf};

use chibo::rules::BUILT_IN;

use super::folder::project;

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every source file that is not a test, by its path under `src`.
fn sources() -> Vec<(String, String)> {
    let root = project().join("src");
    let relative = |path: &Path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
    let tests = ["tests.rs", "tests/judge.rs", "example.rs", "examples.rs", "sample/checks.rs"];
    let paths = files(&root, ".rs").into_iter().filter(|path| !tests.iter().any(|test| path.ends_with(test)));
    paths.map(|path| (relative(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

#[test]
fn each_big_library_is_named_in_one_place() {
    for (library, place) in [
        ("calamine::", "intake/workbook.rs"),
        ("zip::Zip", "intake/"),
        ("quick_xml", "intake/xlsx/"),
        ("arrow_array", "lake/store.rs"),
        ("parquet::", "lake/store.rs"),
        ("polars::", "rollup.rs"),
        ("rust_xlsxwriter", "report/xlsx"),
        ("println!", "console.rs"),
        ("process::exit", "nowhere"),
    ] {
        for (path, text) in sources() {
            let code = text.split("#[cfg(test)]").next().unwrap();
            assert!(!code.contains(library) || path.starts_with(place), "{library} in {path}");
        }
    }
}

#[test]
fn every_rule_file_is_built_in() {
    let root = project().join("pipelines");
    let mut found: Vec<String> = [".toml", ".sql"]
        .iter()
        .flat_map(|ending| files(&root, ending))
        .map(|path| path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"))
        .collect();
    found.sort();
    let listed: Vec<&str> = BUILT_IN.iter().map(|(path, _)| *path).collect();
    assert_eq!(found, listed);
}

#[test]
fn no_text_of_the_program_calls_a_cell_weak_in_vietnamese() {
    // The word is a formal category; a flagged cell is «cần quan tâm, hỗ trợ».
    let word = ["y", "ếu"].concat();
    for (path, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap();
        assert!(!code.to_lowercase().contains(&word), "{path}");
    }
    for (path, text) in BUILT_IN {
        assert!(!text.to_lowercase().contains(&word), "{path}");
    }
    assert!(!catalogue("vi").to_lowercase().contains(&word));
}

fn catalogue(language: &str) -> String {
    std::fs::read_to_string(project().join(format!("i18n/{language}/chibo.ftl"))).unwrap()
}

#[test]
fn every_text_of_the_catalogue_is_used() {
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    for line in catalogue("vi").lines().filter(|line| !line.starts_with([' ', '#']) && !line.is_empty()) {
        let id = line.split(" =").next().unwrap();
        // Findings are told by their code.
        let used = id.strip_prefix("finding-").map_or_else(
            || code.contains(&format!("\"{id}\"")),
            |finding| code.contains(&format!("= \"{}\"", finding.to_uppercase().replace('-', "_"))),
        );
        assert!(used, "{id}");
    }
}

#[test]
fn files_stay_readable() {
    for (path, text) in sources() {
        let lines = text.split("#[cfg(test)]").next().unwrap().lines().count();
        let limit = if path == "lake/schema.rs" { 500 } else { 430 };
        assert!(lines <= limit, "{path}: {lines} lines");
        assert!(text.starts_with("//! ") || path == "lib.rs", "{path} begins with what it is");
    }
}
