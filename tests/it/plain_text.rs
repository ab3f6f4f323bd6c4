//! Text that units or the register give stays text, whatever it looks like, in everything that is written.

use std::path::Path;

use chibo::figures::Pipeline;
use chibo::intake::discover;
use chibo::period::{Period, Window};
use chibo::run;

use super::folder::{Folder, parts, sheet, workbook};

/// What a spreadsheet would compute, a browser run, or either make a link of.
const HOSTILE: [&str; 5] = [
    "=HYPERLINK(\"http://example.org\",\"xem\")",
    "<img src=x onerror=alert(1)>",
    "https://example.org/?a=1&b=2",
    "-SUM(1+1)*cmd|' /C calc'!A0",
    "</script><script>alert(2)</script>",
];
const HEADER: &[&str] = &["STT", "Tên chi bộ", "Tổng số đảng viên", "Có mặt", "Ngày họp", "Điểm tự chấm", HOSTILE[0]];

fn hostile() -> Folder {
    let folder = Folder::new();
    let codes: Vec<String> = (1..=HOSTILE.len()).map(|number| format!("DU.{number}")).collect();
    let mut units: Vec<Vec<&str>> =
        vec![vec!["TU", HOSTILE[1], "cấp trên"], vec!["DU", "+1+1 <b>Đảng ủy</b>", "đảng ủy cơ sở", "TU"]];
    units.extend(codes.iter().zip(HOSTILE).map(|(code, name)| vec![code, name, "chi bộ trực thuộc", "DU", "bản"]));
    // Enough cells for a funnel, of which the one whose name looks like an address lies far below.
    let others: Vec<[String; 2]> =
        (6..=14).map(|number| [format!("DU.{number}"), format!("Chi bộ {number}")]).collect();
    units.extend(others.iter().map(|[code, name]| vec![code.as_str(), name, "chi bộ trực thuộc", "DU", "bản"]));
    folder.register(&units.iter().map(Vec::as_slice).collect::<Vec<_>>(), &[&["DU.1", "=1+1", "#1"]]);
    for month in 1..=10 {
        let (title, day) = (format!("Tháng {month} năm 2024"), format!("05/{month:02}/2024"));
        let mut rows: Vec<Vec<&str>> = vec![vec!["+1+1 <b>Đảng ủy</b>"], vec![&title], HEADER.to_vec()];
        let present = |name: &str| if name == HOSTILE[3] { "#3" } else { "#19" };
        rows.extend(HOSTILE.map(|name| vec!["#1", name, "#20", present(name), day.as_str(), "#90", "=1+1"]));
        rows.extend(others.iter().map(|[_, name]| vec!["#1", name, "#20", "#19", day.as_str(), "#90", ""]));
        rows.push(vec!["#9", "=cmd|'/c calc'!A1", "#20", "#18", &day, "#90", "-2+3"]);
        let grid: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        // A name of a file may look like markup as well as any text in it.
        folder.submit(&format!("DU/=T{month}&lt;b&gt;.xlsx"), &workbook(vec![sheet("=Biểu<b>", &grid)]));
    }
    folder
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// What stands between `<open …>` and its end, each time.
fn elements<'a>(xml: &'a str, open: &str) -> Vec<&'a str> {
    let starts = |rest: &&str| rest.starts_with(['>', ' ', '/']);
    let parts = xml.split(open).skip(1).filter(starts);
    parts.map(|rest| rest.split_once('>').unwrap().1.split('<').next().unwrap()).collect()
}

#[test]
fn nothing_submitted_becomes_a_formula_a_link_or_markup() {
    let folder = hostile();
    for pipeline in [Pipeline::YearEnd(2024), Pipeline::Monthly(Period::new(2024, 10).unwrap())] {
        let options = folder.options(pipeline, Window::year_to(Period::new(2024, 10).unwrap()));
        let outcome = run::run(&options, &discover::files(&options.inbox).unwrap(), &|| {}).unwrap();
        assert_eq!(outcome.figures.cell_summary.len(), 14);
        let mut written = Vec::new();
        files(&folder.path().join("out").join(pipeline.folder()), &mut written);
        let is = |path: &Path, ending: &str| path.extension().is_some_and(|it| it == ending);
        let books: Vec<_> = written.iter().filter(|path| is(path, "xlsx")).collect();
        assert!(books.len() >= 3, "{books:?}");
        let (mut told, mut labelled) = (false, false);
        for book in books {
            for (name, content) in parts(&std::fs::read(book).unwrap()) {
                let Ok(xml) = String::from_utf8(content) else { continue };
                told |= xml.contains("=HYPERLINK(");
                let place = format!("{} {name}", book.display());
                assert!(!xml.contains("TargetMode=\"External\""), "{place}: a link out of the workbook");
                labelled |= name.starts_with("xl/charts/") && xml.contains("' /C calc'!");
                let strangers = |address: &&str| {
                    !address.starts_with("'Biểu đồ'!")
                        && !address.starts_with("'Số liệu biểu đồ'!")
                        && !address.starts_with("'Phân bố điểm'!")
                };
                let foreign: Vec<_> = elements(&xml, "<c:f").into_iter().filter(strangers).collect();
                assert!(foreign.is_empty(), "{place}: {foreign:?}");
                if name.starts_with("xl/worksheets/sheet") {
                    let ours = |formula: &&str| formula.starts_with("ROUND((") || formula.starts_with("RANK(");
                    let others: Vec<_> = elements(&xml, "<f").into_iter().filter(|it| !ours(it)).collect();
                    assert!(others.is_empty(), "{place}: {others:?}");
                }
            }
        }
        assert!(told, "the names are told as they are");
        assert!(labelled, "the name stands beside its point in the funnel");
        let page = std::fs::read_to_string(written.iter().find(|path| is(path, "html")).unwrap()).unwrap();
        assert!(page.contains("&lt;img src=x onerror=alert(1)&gt;"), "the names are told as they are");
        assert!(
            !page.contains("<img") && !page.contains("<b>Đảng") && !page.contains("http://example.org\""),
            "markup"
        );
        assert_eq!(page.matches("<script").count(), 1, "the page's own script");
    }
}
