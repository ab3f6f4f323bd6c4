//! The folder's README: what it is, which file shows what, which cells need support and why.

use std::fmt::Write as _;

use super::city::{Cell, Committee};
use super::mistakes::{MISTAKES, Mistake};
use super::plans::{LACKING, Lack};
use super::score_sheets::ODDITIES;
use super::stories::{NEEDING_SUPPORT, OTHERWISE_NOTABLE, Planted};
use super::year::year;
use super::{SampleFile, SampleOptions, Scale, yearly};
use crate::lang::Lang;

/// Numbers of the folder.
struct Counts {
    cells: usize,
    base: usize,
    members: u64,
    due: u64,
    present: u64,
}

/// `README.md`.
pub(super) fn file(city: &[Committee], options: &SampleOptions) -> SampleFile {
    let mut text = String::new();
    for lang in [Lang::Vi, Lang::En] {
        text.push_str(&match options.scale {
            Scale::Case => case(city, options, lang),
            Scale::Cells { .. } => large(city, options, lang),
        });
    }
    SampleFile { path: "README.md".to_owned(), bytes: text.into_bytes() }
}

fn large(city: &[Committee], options: &SampleOptions, lang: Lang) -> String {
    let cells: usize = city.iter().map(|committee| committee.cells.len()).sum();
    let (committees, months, seed) = (city.len(), options.months, options.seed);
    lang.pick(
        format!(
            "# Dữ liệu giả để đo tốc độ\n\n**Mọi số liệu đều là giả.** {committees} đảng ủy, {cells} chi bộ, \
             {months} tháng năm {}, hạt giống {seed}.\n\n",
            options.year
        ),
        format!(
            "# Synthetic data for measuring speed\n\n**Every figure is invented.** {committees} committees, \
             {cells} cells, {months} months of {}, seed {seed}.\n",
            options.year
        ),
    )
}

fn case(city: &[Committee], options: &SampleOptions, lang: Lang) -> String {
    let mut text = opening(&counted(city, options), options, lang);
    text.push_str(lang.pick(
        "\n## Tệp nào cho thấy điều gì\n\n| tệp | đặc điểm |\n| --- | --- |\n",
        "\n## Which file shows what\n\n| file | quirk |\n| --- | --- |\n",
    ));
    for (file, vi, en) in QUIRKS {
        let file = file.replace("2024", &options.year.to_string());
        let _ = writeln!(text, "| `{file}` | {} |", lang.pick(vi, en));
    }
    text.push_str(lang.pick(
        "\n## Chi bộ cần quan tâm, hỗ trợ\n\nTính cả năm với ngưỡng mặc định, đúng các chi bộ sau, vì lý do đã gài sẵn:\n\n| mã | chi bộ | lý do |\n| --- | --- | --- |\n",
        "\n## Cells that need support\n\nOver the year and with the default thresholds exactly these, for reasons planted on purpose:\n\n| code | cell | reason |\n| --- | --- | --- |\n",
    ));
    stories(&mut text, city, NEEDING_SUPPORT, lang);
    text.push_str(lang.pick(
        "\n## Chi bộ đáng chú ý nhưng không thuộc diện trên\n\n| mã | chi bộ | vì sao |\n| --- | --- | --- |\n",
        "\n## Cells worth a look that need no support\n\n| code | cell | why |\n| --- | --- | --- |\n",
    ));
    stories(&mut text, city, OTHERWISE_NOTABLE, lang);
    text.push_str(lang.pick(
        "\n## Phiếu chấm, kế hoạch và danh mục có gì\n\nTổng điểm của mỗi phiếu chấm đúng bằng điểm trong biểu tháng; những điều sau không làm chi bộ nào thêm hay bớt diện cần quan tâm, hỗ trợ.\n\n| ở đâu | điều gì |\n| --- | --- |\n",
        "\n## What score sheets, plans and register hold\n\nThe total of each score sheet is the score of the monthly table; none of this brings a cell among those that need support, or keeps it out.\n\n| where | what |\n| --- | --- |\n",
    ));
    beside_tables(&mut text, city, options, lang);
    text.push_str(lang.pick(
        "\n## Sai sót gài sẵn trong biểu\n\n| đơn vị | tháng | sai sót |\n| --- | --- | --- |\n",
        "\n## Mistakes planted in the tables\n\n| committee | month | mistake |\n| --- | --- | --- |\n",
    ));
    for mistake in MISTAKES {
        text.push_str(&mistaken(city, mistake, lang));
    }
    text.push_str(lang.pick("\n---\n\n", ""));
    text
}

fn opening(counts: &Counts, options: &SampleOptions, lang: Lang) -> String {
    let Counts { cells, base, members, due, present } = counts;
    let attached = cells - base;
    // Rounded down, so that the README never claims more than the tables.
    let mille = present * 1000 / (*due).max(1);
    let (year, seed, months) = (options.year, options.seed, options.months);
    lang.pick(
        format!(
            "# Dữ liệu mẫu\n\n*English below.*\n\n**Mọi số liệu trong thư mục này đều là giả**, do `chibo sample` sinh ra \
             (hạt giống {seed}); không lấy từ bất kỳ đơn vị nào, không có tên người. Tên phường, xã là tên cũ có thật; \
             tên bản, công ty, hợp tác xã là bịa; chức danh thay cho tên người.\n\n\
             - `danh-muc.xlsx`: danh mục tổ chức đảng, phân công cấp ủy viên dự sinh hoạt, và những điều đã quyết định từng năm.\n\
             - `inbox/`: biểu {months} tháng năm {year}, sổ dự sinh hoạt, phiếu chấm, kế hoạch chuyên đề, như các đơn vị gửi lên.\n\n\
             {cells} chi bộ = {base} chi bộ cơ sở + {attached} chi bộ trực thuộc; {} đảng viên (báo cáo gần nhất); \
             tỷ lệ dự cả năm {},{}% ({} / {} lượt).\n\n\
             Chạy thử: `chibo run year-end --period {year} --work sample-data`.\n",
            grouped(*members, '.'),
            mille / 10,
            mille % 10,
            grouped(*present, '.'),
            grouped(*due, '.'),
        ),
        format!(
            "# Sample data\n\n**Every figure in this folder is invented** by `chibo sample` (seed {seed}); nothing comes \
             from any office, and nobody is named. Wards and communes carry real former names; villages, companies and \
             cooperatives are made up; people appear by role.\n\n\
             - `danh-muc.xlsx`: the register of organisations, of who follows which cell, and of what was decided by year.\n\
             - `inbox/`: the tables of {months} months of {year}, logs of visits, score sheets and thematic plans, as committees send them.\n\n\
             {cells} cells = {base} base cells + {attached} attached cells; {} members (latest reported); \
             attendance over the year {}.{}% ({} of {} member-meetings).\n\n\
             To try it: `chibo run year-end --period {year} --work sample-data --lang en`.\n",
            grouped(*members, ','),
            mille / 10,
            mille % 10,
            grouped(*present, ','),
            grouped(*due, ','),
        ),
    )
}

fn counted(city: &[Committee], options: &SampleOptions) -> Counts {
    let mut counts = Counts { cells: 0, base: 0, members: 0, due: 0, present: 0 };
    for (committee, cell) in city.iter().flat_map(|committee| committee.cells.iter().map(move |cell| (committee, cell)))
    {
        counts.cells += 1;
        counts.base += usize::from(cell.base);
        let months = year(cell, options.year, options.months, options.seed);
        counts.members += months.last().map_or(0, |last| u64::from(last.members));
        let taken =
            |month: u32| !MISTAKES.iter().any(|mistake| mistake.loses(&committee.code, &cell.short_name, month));
        for facts in months.iter().filter(|facts| facts.held && taken(facts.period.month())) {
            counts.due += u64::from(facts.due());
            counts.present += u64::from(facts.present());
        }
    }
    counts
}

fn stories(text: &mut String, city: &[Committee], planted: &[Planted], lang: Lang) {
    for plan in planted {
        let code = found(city, plan.committee, plan.cell).map_or("", |cell| cell.code.as_str());
        let [vi, en] = plan.why;
        let place = placed(city, plan.committee);
        let _ = writeln!(text, "| {code} | Chi bộ {} ({place}) | {} |", plan.cell, lang.pick(vi, en));
    }
}

/// What stands elsewhere than in the monthly tables.
fn beside_tables(text: &mut String, city: &[Committee], options: &SampleOptions, lang: Lang) {
    let odd = ODDITIES.iter().map(|odd| (odd.committee, odd.cell, odd.what));
    let lacking = LACKING.iter().map(|it| (it.committee, it.cell, lacks(it.lack)));
    for (committee, cell, [vi, en]) in odd.chain(lacking) {
        let code = found(city, committee, cell).map_or("", |cell| cell.code.as_str());
        let place = placed(city, committee);
        let _ = writeln!(text, "| {code} Chi bộ {cell} ({place}) | {} |", lang.pick(vi, en));
    }
    if !yearly::model_meetings(city, options).is_empty() {
        text.push_str(lang.pick(
            "| `danh-muc.xlsx`, trang `Sinh hoạt mẫu` | năm trước: mỗi nơi hai chi bộ chủ trì và các chi bộ được hỗ trợ |\n",
            "| `danh-muc.xlsx`, sheet `Sinh hoạt mẫu` | last year: two hosts per committee, and the cells supported |\n",
        ));
    }
    if !yearly::ratings(city, options).is_empty() {
        text.push_str(lang.pick(
            "| `danh-muc.xlsx`, trang `Xếp loại` | mức tự xếp và mức cấp trên đề nghị của mọi chi bộ; khối trường học được đề nghị HTXSNV nhiều hơn một chi bộ so với giới hạn 20 % |\n",
            "| `danh-muc.xlsx`, sheet `Xếp loại` | what each cell gave itself and what is proposed from above; of the schools one more is proposed for HTXSNV than the cap of 20 % allows |\n",
        ));
    }
}

fn lacks(lack: Lack) -> [&'static str; 2] {
    match lack {
        Lack::Plan => {
            ["không có kế hoạch sinh hoạt chuyên đề năm: một dấu hiệu vàng", "no thematic plan for the year: one amber"]
        }
        Lack::Approval => ["kế hoạch sinh hoạt chuyên đề chưa được duyệt", "its thematic plan was not approved"],
    }
}

fn mistaken(city: &[Committee], mistake: &Mistake, lang: Lang) -> String {
    let [vi, en] = mistake.what;
    let cell = if mistake.cell.is_empty() { String::new() } else { format!("Chi bộ {}: ", mistake.cell) };
    let place = placed(city, mistake.committee);
    format!("| {} {place} | {} | {cell}{} |\n", mistake.committee, mistake.month, lang.pick(vi, en))
}

fn placed<'a>(city: &'a [Committee], code: &str) -> &'a str {
    city.iter().find(|committee| committee.code == code).map_or("", |committee| committee.name.as_str())
}

fn found<'a>(city: &'a [Committee], committee: &str, short_name: &str) -> Option<&'a Cell> {
    let committee = city.iter().find(|it| it.code == committee)?;
    committee.cells.iter().find(|cell| cell.short_name == short_name)
}

/// Digits in threes.
fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (left, digit) in (0..digits.len()).rev().zip(digits.chars()) {
        text.push(digit);
        if left > 0 && left.is_multiple_of(3) {
            text.push(separator);
        }
    }
    text
}

const QUIRKS: [(&str, &str, &str); 19] = [
    (
        "Chi bộ cơ sở/2024-… chi bộ cơ sở.xlsx",
        "biểu của Thành ủy cho 39 chi bộ cơ sở: một dòng tiêu đề, dòng nhóm theo loại hình, cột họp chi ủy, xếp loại bằng chữ, dòng tổng",
        "the city committee's table of the 39 base cells: one header row, group rows by type, a column for the chi ủy's meeting, grade in words, totals",
    ),
    (
        "Phường Quyết Thắng/BC SHCB tháng ….xlsx",
        "tiêu đề hai dòng có ô gộp, STT xếp dọc, dòng số thứ tự cột (1) (2) …, dòng nhóm, dòng tổng, chữ ký",
        "two-row header with merged cells, stacked letters, column numbers (1) (2) …, group rows, totals, signature",
    ),
    (
        "LC.02/BC_T… xếp loại chi bộ 2024.xlsx",
        "xếp loại đánh x ở một trong bốn cột, `12/13` trong cột số lượng đảng viên, không có điểm cấp trên chấm; từ tháng 9 đổi sang tiêu đề một dòng có số cột",
        "grade as an x in one of four columns, `12/13` under the number of members, no score from above; from September a flat header with column numbers inside",
    ),
    (
        "LC.02/Theo dõi dự sinh hoạt 2024.xlsx",
        "sổ theo dõi cấp ủy viên dự sinh hoạt: biểu tháng không có cột này",
        "log of visits: the monthly tables have no column for them",
    ),
    (
        "LC.03 Quyết Tiến/…_2024_sinh hoat chi bo.xlsx",
        "tên tệp không dấu, tháng đứng trước",
        "file names without accents, month first",
    ),
    (
        "LC.03 Quyết Tiến/06_2024_… (sửa lần 2).xlsx",
        "gửi lại tháng 6 sau khi sửa hai giá trị",
        "June sent again with two values corrected",
    ),
    (
        "Đoàn Kết/Tong hop SHCB T….xlsx",
        "đảo cột, cột lạ (Dân vận khéo, KT GS), không có phần đầu văn bản, dấu kiểu cũ “uỷ”, tên viết tắt",
        "columns in another order, unknown columns (Dân vận khéo, KT GS), no letterhead, old tone placement “uỷ”, abbreviated names",
    ),
    ("Đoàn Kết/Theo dõi dự sinh hoạt 2024.xlsx", "sổ theo dõi dự sinh hoạt", "log of visits"),
    (
        "LC.05/Theo dõi sinh hoạt năm 2024.xlsx",
        "một tệp, 12 trang tính cho 12 tháng",
        "one workbook with 12 sheets for 12 months",
    ),
    (
        "Đảng ủy xã Sùng Phài/Biểu tổng hợp T….xlsx",
        "hay gửi muộn sau ngày 05; có tên sai một chữ và một chi bộ lạ",
        "often late, after the 5th; a name wrong in one letter and an unknown cell",
    ),
    (
        "LC.07/2024-…/Báo cáo sinh hoạt chi bộ.xlsx",
        "tên tệp giống nhau, tháng nằm ở tên thư mục",
        "the same file name every month, the month stands in the folder's name",
    ),
    (
        "Thư điện tử/Báo cáo SHCB xã San Thàng tháng 3.xlsx",
        "bản sao y nguyên của tệp tháng 3",
        "an exact copy of the March file",
    ),
    ("Công an thành phố/SHCB_CATP_T….xlsx", "biểu một dòng tiêu đề", "one header row"),
    (
        "Cơ quan UBND thành phố/Báo cáo SHCB ….xlsx",
        "ít cột: không có miễn sinh hoạt, không có thời lượng; “Tỉ lệ”, “vắng có phép”",
        "few columns: none for exempted members or minutes; other words for the same headers",
    ),
    ("TTYT thành phố/BC tháng … năm 2024.xlsx", "thiếu tháng 8", "August is missing"),
    (
        "Phường Quyết Thắng/Phiếu chấm/Phiếu chấm … năm 2024.xlsx",
        "phiếu chấm của sáu chi bộ, mỗi chi bộ một tệp, mỗi buổi họp một trang; nhóm tiêu chí cộng từ các mục con, có dòng giải thích mức điểm",
        "score sheets of six cells, a workbook each and a sheet per meeting; groups add up their criteria, rows explain the bands",
    ),
    (
        "Đảng ủy xã Sùng Phài/Phiếu chấm/Phiếu chấm các bản T…-2024.xlsx",
        "phiếu chấm quý IV của mười một bản, mỗi tháng một tệp, mỗi chi bộ một trang; nhóm chỉ là đề mục, có cột lý do trừ điểm",
        "score sheets of eleven villages in the fourth quarter, a workbook per month and a sheet per cell; groups are headings only, a column gives reasons",
    ),
    (
        "Chi bộ cơ sở/Kế hoạch sinh hoạt chuyên đề 2024.xlsx",
        "kế hoạch sinh hoạt chuyên đề, mỗi chi bộ một dòng, bốn quý xếp ngang",
        "thematic plans, a row per cell with the quarters across",
    ),
    (
        "LC.07/Đăng ký sinh hoạt chuyên đề năm 2024.xlsx",
        "kế hoạch sinh hoạt chuyên đề, mỗi quý một dòng, tên chi bộ gộp xuống bốn dòng",
        "thematic plans, a row per quarter with the cell's name merged down",
    ),
];
