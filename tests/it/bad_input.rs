//! Bad input never stops a run and never disappears: it becomes a finding that names the file and the remedy.

use std::process::{Command, Output};

use chibo::error::RunError;
use chibo::finding::Code;
use chibo::lang::Lang;
use chibo::terms::SubmissionStatus;

use super::folder::{Folder, sheet, workbook};

const HEADER: &[&str] = &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Điểm tự chấm"];
const ROW: &[&str] = &["#1", "Chi bộ bản Một", "#10", "#9", "05/01/2024", "#90"];

fn good(title: &str) -> Vec<u8> {
    workbook(vec![sheet("Biểu", &[&["ĐẢNG ỦY XÃ MẪU"], &[title], HEADER, ROW])])
}

/// The container of a password-protected .xlsx: a compound file with a stream `EncryptedPackage`.
fn protected() -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let mut file = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    file.extend([0; 16]);
    for half in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        file.extend(half.to_le_bytes());
    }
    // No directory count, one FAT sector, directory in sector 1, cutoff 4096, no mini FAT, no further DIFAT.
    for word in [0, 1, 1, 0, 4096, END, 0, END, 0, 0] {
        file.extend(u32::to_le_bytes(word));
    }
    file.extend([0xFF; 108 * 4]);
    file.resize(512, 0xFF);
    let fat = [0xFFFF_FFFD, END].into_iter().chain(std::iter::repeat_n(FREE, 126));
    file.extend(fat.flat_map(u32::to_le_bytes));
    for (name, kind) in [("Root Entry", 5_u8), ("EncryptedPackage", 2), ("", 0), ("", 0)] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = if name.is_empty() { 0 } else { u16::try_from(entry.len() + 2).unwrap() };
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        let child = if kind == 5 { 1 } else { FREE };
        entry.extend([FREE, FREE, child].into_iter().flat_map(u32::to_le_bytes));
        entry.resize(116, 0);
        entry.extend(END.to_le_bytes());
        entry.resize(128, 0);
        file.extend(entry);
    }
    file
}

#[test]
fn files_that_cannot_be_read_are_named_with_their_remedy() {
    let folder = Folder::with_three_cells();
    folder.submit("tốt.xlsx", &good("Tháng 1 năm 2024"));
    folder.submit("rỗng.xlsx", b"");
    folder.submit("văn bản.xlsx", b"Ten chi bo;So dang vien");
    folder.submit("mật khẩu.xlsx", &protected());
    folder.submit("hỏng.xlsx", &good("Tháng 1 năm 2024")[..900]);
    folder.submit("~$tốt.xlsx", b"lock");
    folder.submit("không tháng.xlsx", &good("Kết quả sinh hoạt chi bộ"));
    folder.submit("lạ.xlsx", &workbook(vec![sheet("S", &[&["Thực đơn", "Giá"], &["Phở", "#40"]])]));
    let figures = folder.year_to("2024-01").figures;
    let code_of = |file: &str| {
        let found: Vec<_> =
            figures.findings.iter().filter(|it| it.file == file && it.severity.word() == "error").collect();
        assert!(found.iter().all(|it| it.hint.len() > 20), "{found:?}");
        found.iter().map(|it| it.code).collect::<Vec<_>>()
    };
    assert_eq!(code_of("rỗng.xlsx"), [Code::FileEmpty]);
    assert_eq!(code_of("văn bản.xlsx"), [Code::FileNotWorkbook]);
    assert_eq!(code_of("mật khẩu.xlsx"), [Code::FileProtected]);
    assert_eq!(code_of("hỏng.xlsx"), [Code::FileBroken]);
    assert_eq!(code_of("không tháng.xlsx"), [Code::PeriodUnknown]);
    assert_eq!(code_of("lạ.xlsx"), [Code::SheetUnrecognised]);
    assert_eq!(code_of("~$tốt.xlsx"), []);
    assert!(figures.findings.iter().any(|it| it.code == Code::FileLock && it.file == "~$tốt.xlsx"));
    let statuses = |status| figures.submissions.iter().filter(|row| row.status == status).count();
    assert_eq!((statuses(SubmissionStatus::Accepted), statuses(SubmissionStatus::Unrecognised)), (1, 6));
}

#[test]
fn a_file_that_unpacks_too_large_costs_one_finding() {
    let folder = Folder::with_three_cells();
    folder.submit("tốt.xlsx", &good("Tháng 1 năm 2024"));
    let settings = std::fs::read_to_string(super::folder::project().join("pipelines/settings.toml")).unwrap();
    std::fs::create_dir(folder.path().join("pipelines")).unwrap();
    let settings = settings.replace("unpacked_size_limit_mib = 512", "unpacked_size_limit_mib = 1");
    std::fs::write(
        folder.path().join("pipelines/settings.toml"),
        settings.replace("cell_limit = 2000000", "cell_limit = 45"),
    )
    .unwrap();
    let mut bomb = super::folder::parts(&good("Tháng 1 năm 2024"));
    bomb.push(("xl/media/trống.bin".to_owned(), vec![0; 2 * 1024 * 1024]));
    folder.submit("nở.xlsx", &super::folder::zipped(&bomb));
    let rows: Vec<&[&str]> = std::iter::repeat_n(ROW, 8).collect();
    folder.submit("nhiều ô.xlsx", &workbook(vec![sheet("Biểu", &rows)]));
    let run = chibo(&folder, &["run", "monthly", "--period", "2024-01", "-v"]);
    assert_eq!(run.status.code(), Some(1));
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(said.matches("vượt giới hạn").count(), 2, "{said}");
}

#[test]
fn an_inbox_with_nothing_usable_says_so() {
    let folder = Folder::with_three_cells();
    folder.submit("rỗng.xlsx", b"");
    let error = folder.try_year_to("2024-01").unwrap_err();
    assert!(matches!(error, RunError::NothingUsable(_)));
    assert_eq!(error.exit_status(), 3);
    assert!(!folder.path().join("out").exists(), "nothing is written");
}

#[test]
fn a_broken_register_names_every_broken_row() {
    let folder = Folder::new();
    folder.register(
        &[
            &["TU", "Thành ủy Mẫu", "cấp trên"],
            &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
            &["A", "Chi bộ A", "chi bộ trực thuộc", "KHÔNG CÓ", "bản"],
            &["B", "Chi bộ B", "chi bộ trực thuộc", "DU", "hội"],
            &["C", "Chi bộ C", "chi bộ trực thuộc", "DU", "bản", "01/06/2024", "01/01/2024"],
            &["D", "Chi bộ D", "chi bộ trực thuộc", "DU", "bản", "", "30/06/2024"],
            &["D", "Chi bộ D", "chi bộ trực thuộc", "DU", "bản", "01/06/2024"],
            &["X", "Đảng ủy X", "đảng ủy cơ sở", "Y"],
            &["Y", "Đảng ủy Y", "đảng ủy cơ sở", "X"],
        ],
        &[&["Z", "Đảng ủy viên phụ trách", "#9"]],
    );
    folder.submit("tốt.xlsx", &good("Tháng 1 năm 2024"));
    let error = folder.try_year_to("2024-01").unwrap_err();
    assert_eq!(error.exit_status(), 2);
    let RunError::Configuration(problems) = &error else { panic!("{error:?}") };
    let mut lines: Vec<_> = problems.iter().filter(|it| it.file.contains("Tổ chức")).filter_map(|it| it.line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [4, 5, 6, 8, 9, 10], "{}", error.explain(Lang::Vi));
    assert_eq!(problems.iter().filter(|it| it.file.contains("Phân công")).count(), 2);
}

#[test]
fn successors_that_cannot_be_are_named_row_by_row() {
    let folder = Folder::with_three_cells();
    let columns: &[&str] = &["Mã", "Tên", "Cấp", "Mã cấp trên", "Loại hình", "Từ ngày", "Đến ngày", "Kế thừa"];
    let cell = "chi bộ trực thuộc";
    let units: &[&[&str]] = &[
        columns,
        &["TU", "Thành ủy Mẫu", "cấp trên"],
        &["DU", "Đảng ủy xã Mẫu", "đảng ủy cơ sở", "TU"],
        &["A", "Chi bộ A", cell, "DU", "bản", "", "30/06/2024", "B"],
        &["B", "Chi bộ B", cell, "DU", "bản", "", "30/06/2024", "C"],
        &["C", "Chi bộ C", cell, "DU", "bản", "", "30/06/2024", "A"],
        &["D", "Chi bộ D", cell, "DU", "bản", "", "30/06/2024", "D"],
        &["E", "Chi bộ E", cell, "DU", "bản", "", "30/06/2024", "DU"],
        &["F", "Chi bộ F", cell, "DU", "bản", "", "30/06/2024", "G"],
        &["G", "Chi bộ G", cell, "DU", "bản", "", "31/03/2024"],
    ];
    let assignments: &[&[&str]] = &[&["Mã chi bộ", "Người dự"]];
    let register = workbook(vec![sheet("Tổ chức", units), sheet("Phân công", assignments)]);
    std::fs::write(folder.path().join("danh-muc.xlsx"), register).unwrap();
    let error = folder.try_year_to("2024-01").unwrap_err();
    assert_eq!(error.exit_status(), 2);
    let RunError::Configuration(problems) = &error else { panic!("{error:?}") };
    let mut lines: Vec<_> = problems.iter().filter_map(|it| it.line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [4, 5, 6, 7, 8, 9], "{}", error.explain(Lang::Vi));
}

fn chibo(folder: &Folder, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chibo")).args(arguments).arg("--work").arg(folder.path()).output().unwrap()
}

#[test]
fn the_exit_status_tells_usage_from_findings() {
    let folder = Folder::new();
    let missing = chibo(&folder, &["run", "year-end", "--period", "2024"]);
    assert_eq!(missing.status.code(), Some(2));
    let said = String::from_utf8_lossy(&missing.stderr);
    assert!(said.contains("danh-muc.xlsx") && said.contains("--register"), "{said}");

    assert_eq!(chibo(&folder, &["run", "monthly", "--period", "2024-13"]).status.code(), Some(2));
    assert_eq!(chibo(&folder, &["run", "year-end", "--period", "2024", "--as-of", "2023-05"]).status.code(), Some(2));

    let folder = Folder::with_three_cells();
    folder.submit("tốt.xlsx", &good("Tháng 1 năm 2024"));
    let clean = chibo(&folder, &["run", "monthly", "--period", "2024-01"]);
    assert_eq!(clean.status.code(), Some(0), "{}", String::from_utf8_lossy(&clean.stderr));
    folder.submit("rỗng.xlsx", b"");
    assert_eq!(chibo(&folder, &["run", "monthly", "--period", "2024-01"]).status.code(), Some(1));
}

#[test]
fn a_rule_file_with_a_misspelt_key_stops_the_run_and_names_the_line() {
    let folder = Folder::with_three_cells();
    folder.submit("tốt.xlsx", &good("Tháng 1 năm 2024"));
    let text = std::fs::read_to_string(super::folder::project().join("pipelines/settings.toml")).unwrap();
    std::fs::create_dir(folder.path().join("pipelines")).unwrap();
    std::fs::write(folder.path().join("pipelines/settings.toml"), text.replace("report_deadline_day", "deadline"))
        .unwrap();
    let run = chibo(&folder, &["run", "monthly", "--period", "2024-01"]);
    assert_eq!(run.status.code(), Some(2));
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(said.contains("settings.toml") && said.contains("deadline"), "{said}");
}
