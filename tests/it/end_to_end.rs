//! One small year from sheets to workbook, with the figures as they came out.

use std::fmt::Write as _;

use chibo::intake::discover;
use chibo::lake::table::{Row, Scalar};
use chibo::manifest::hashes_below;

use super::folder::{Folder, sheet, workbook};

const HEADER: &[&str] = &[
    "STT",
    "Tên chi bộ",
    "Tổng số đảng viên",
    "Miễn sinh hoạt",
    "Có mặt",
    "Vắng có lý do",
    "Vắng không lý do",
    "Tỷ lệ %",
    "Ngày sinh hoạt",
    "Thời lượng (phút)",
    "Số ý kiến phát biểu",
    "Sinh hoạt chuyên đề",
    "Cấp ủy viên dự",
    "Điểm tự chấm",
    "Cấp trên chấm",
];

fn month(title: &str, rows: &[&[&str]]) -> Vec<u8> {
    let head: &[&[&str]] = &[&["ĐẢNG ỦY XÃ MẪU"], &["Mẫu, ngày 03 tháng 4 năm 2024"], &[title], HEADER];
    let grid: Vec<&[&str]> = head.iter().chain(rows).copied().collect();
    workbook(vec![sheet("Biểu", &grid)])
}

fn small_quarter() -> Folder {
    let folder = Folder::with_three_cells();
    folder.submit(
        "DU/T1.xlsx",
        &month(
            "Tháng 1 năm 2024",
            &[
                &[
                    "#1",
                    "Chi bộ bản Một",
                    "#20",
                    "#0",
                    "#16",
                    "#4",
                    "#0",
                    "80%",
                    "05/01/2024",
                    "#90",
                    "#8",
                    "",
                    "x",
                    "#90",
                    "#84",
                ],
                &[
                    "#2",
                    "Chi bộ bản Hai",
                    "#10",
                    "#0",
                    "#10",
                    "#0",
                    "#0",
                    "#1",
                    "06/01/2024",
                    "#100",
                    "#5",
                    "x",
                    "x",
                    "#95",
                    "",
                ],
                &["#3", "Chi bộ Trường Tiểu học", "#8", "#0", "", "", "", "", "Không họp"],
            ],
        ),
    );
    folder.submit(
        "DU/T2.xlsx",
        &month(
            "Tháng 2 năm 2024",
            &[
                &[
                    "#1",
                    "Chi bộ bản Một",
                    "#20",
                    "#0",
                    "#15",
                    "#3",
                    "#2",
                    "75%",
                    "05/02/2024",
                    "#90",
                    "#7",
                    "x",
                    "",
                    "#88",
                    "",
                ],
                &[
                    "#2",
                    "Chi bộ bản Hai",
                    "#10",
                    "#0",
                    "#9",
                    "#1",
                    "#0",
                    "#0.9",
                    "06/02/2024",
                    "#95",
                    "#5",
                    "",
                    "",
                    "96,5",
                    "",
                ],
                &[
                    "#3",
                    "Chi bộ Trường Tiểu học",
                    "#8",
                    "#0",
                    "#8",
                    "#0",
                    "#0",
                    "#100",
                    "07/02/2024",
                    "#60",
                    "#2",
                    "",
                    "",
                    "#92",
                    "",
                ],
            ],
        ),
    );
    folder.submit(
        "DU/T3.xlsx",
        &month(
            "Tháng 3 năm 2024",
            &[
                &[
                    "#1",
                    "Chi bộ bản Một",
                    "#20",
                    "#0",
                    "#17",
                    "#3",
                    "#0",
                    "85%",
                    "05/03/2024",
                    "#95",
                    "#9",
                    "",
                    "x",
                    "#89",
                    "#86",
                ],
                &[
                    "#2",
                    "Chi bộ bản Hai",
                    "#10",
                    "#0",
                    "#10",
                    "#0",
                    "#0",
                    "#1",
                    "06/03/2024",
                    "#90",
                    "#4",
                    "",
                    "",
                    "#97",
                    "",
                ],
            ],
        ),
    );
    folder
}

/// A table as text: one line per row, `column=value`, blanks left out.
fn shown<R: Row>(rows: &[R]) -> String {
    let mut text = String::new();
    for row in rows {
        for (column, value) in R::TABLE.columns.iter().zip(row.scalars()) {
            let shown = match value {
                Scalar::Null => continue,
                Scalar::Text(text) => text.to_owned(),
                Scalar::Integer(number) => number.to_string(),
                Scalar::Float(number) => format!("{number:.6}").trim_end_matches('0').trim_end_matches('.').to_owned(),
                Scalar::Boolean(truth) => truth.to_string(),
                Scalar::Date(day) => day.to_string(),
            };
            let _ = writeln!(text, "  {} = {shown}", column.name);
        }
        text.push('\n');
    }
    text
}

#[test]
fn the_figures_of_a_small_quarter() {
    let outcome = small_quarter().year_to("2024-03");
    insta::assert_snapshot!("cell_summary", shown(&outcome.figures.cell_summary));
    insta::assert_snapshot!("flags", shown(&outcome.figures.flags));
    insta::assert_snapshot!("ranking", shown(&outcome.figures.ranking));
}

#[test]
fn a_run_publishes_lake_tables_workbook_and_manifest() {
    let folder = small_quarter();
    let before = hashes_below(&folder.path().join("inbox")).unwrap();
    let outcome = folder.year_to("2024-03");
    assert!(outcome.workbook.ends_with("out/year-end-2024/xep-hang-2024.xlsx"));
    let out = hashes_below(&folder.path().join("out")).unwrap();
    let manifest = std::fs::read_to_string(folder.path().join("out/year-end-2024/manifest.json")).unwrap();
    for name in ["xep-hang-2024.xlsx", "so-lieu-2024.xlsx", "tables/cell_summary.parquet", "tables/ranking.parquet"] {
        let hash = &out[&format!("year-end-2024/{name}")];
        assert!(manifest.contains(hash.as_str()), "{name} is in the manifest");
    }
    assert!(out.contains_key("lake/meetings/period=2024-01/part-0.parquet"), "{out:?}");
    assert!(out.keys().all(|path| !path.starts_with(".dang-ghi")), "{out:?}");
    assert_eq!(before, hashes_below(&folder.path().join("inbox")).unwrap(), "the inbox is never written to");
    assert!(!manifest.contains(&*folder.path().to_string_lossy()), "no path of this machine");
    assert_eq!(discover::files(&folder.path().join("inbox")).unwrap().len(), 3);
}
