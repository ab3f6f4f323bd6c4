//! The layout of a Party document (HD 36-HD/VPTW, HD 05-HD/VPTW): letterhead, title, signatures, recipients. Who issues
//! and who signs stands in `pipelines/letterhead.toml`.

use super::canvas::Canvas;
use super::numbers::date_line;
use super::plan::{Letterhead, Sheet, Workbook};
use super::style::{Border, Horizontal, Style};
use super::view::View;
use crate::lang::t;

/// Size of a document's text, in points.
const SIZE: u8 = 12;
/// Room to sign in, in points.
const TO_SIGN: f64 = 60.0;

/// Whose document it is, in capitals, with place and date.
pub(super) fn letterhead(view: &View<'_>) -> Letterhead {
    let rules = &view.options.rules.letterhead;
    let superior = or(&rules.superior, || view.top_unit().unwrap_or("……………………").to_owned());
    let issuer = or(&rules.issuer, || t!(view.lang(), "organization-committee"));
    let place = Some(rules.place.as_str()).filter(|place| !place.is_empty());
    Letterhead {
        superior: superior.to_uppercase(),
        issuer: issuer.to_uppercase(),
        party: t!(view.lang(), "communist-party-of-vietnam"),
        date: date_line(view.lang(), place, view.options.date),
    }
}

/// A workbook of the issuing organ, its numbers written as in its language.
pub(super) fn workbook(view: &View<'_>, title: impl Into<String>, sheets: Vec<Sheet>) -> Workbook {
    let issuer = letterhead(view).issuer;
    Workbook { locale: Some(view.lang()), ..Workbook::new(title, Some(issuer), sheets) }
}

/// The text, or what stands for an empty one.
fn or(text: &str, default: impl FnOnce() -> String) -> String {
    if text.is_empty() { default() } else { text.to_owned() }
}

/// Superior and issuing organ at the left, the Party's name with place and date at the right.
pub(super) fn head(canvas: &mut Canvas, view: &View<'_>) {
    let text = Style::PLAIN.size(SIZE).centred().wrapped();
    let Letterhead { superior, issuer, party, date } = letterhead(view);
    let symbol = &view.options.rules.letterhead.symbol;
    let number = t!(view.lang(), "document-number", symbol);
    let (left, right) = halves(canvas);
    canvas.beside((left, &superior, text), (right, &party, text.bold().border(Border::Below)));
    canvas.beside((left, &issuer, text.bold()), (right, "", text));
    canvas.beside((left, "*", text), (right, &date, text.italic()));
    if !symbol.is_empty() {
        canvas.beside((left, &number, text), (right, "", text));
    }
}

/// Name of the document, its subject, and the dashes under it.
pub(super) fn title(canvas: &mut Canvas, name: &str, subject: &str) {
    canvas.centred(&name.to_uppercase(), Style::PLAIN.bold().size(15), 24.0);
    // A later page says by its subject where it belongs.
    canvas.sheet.page.repeat_rows = Some((canvas.row, canvas.row));
    canvas.centred(subject, Style::PLAIN.bold().size(14), 22.0);
    canvas.centred("-----", Style::PLAIN.size(SIZE), 16.0);
}

/// Who prepared the document and who signs it.
pub(super) fn signatures(canvas: &mut Canvas, view: &View<'_>) {
    let rules = &view.options.rules.letterhead.signature;
    let bold = Style::PLAIN.size(SIZE).bold().centred().wrapped();
    let (left, right) = halves(canvas);
    let title = or(&rules.title, || t!(view.lang(), "head-of-the-committee")).to_uppercase();
    let preparer = if rules.prepared_by { t!(view.lang(), "prepared-by") } else { String::new() };
    canvas.skip(1);
    if rules.on_behalf_of.is_empty() {
        canvas.beside((left, &preparer, bold), (right, &title, bold));
    } else {
        canvas.beside((left, &preparer, bold), (right, &rules.on_behalf_of.to_uppercase(), bold));
        canvas.beside((left, "", bold), (right, &title, bold));
    }
    canvas.sheet.height(canvas.row, TO_SIGN);
    canvas.skip(1);
    canvas.beside((left, "", bold), (right, &rules.name, bold));
}

/// To whom the document goes; nothing where nobody is named.
pub(super) fn recipients(canvas: &mut Canvas, view: &View<'_>) {
    let names = view.options.rules.letterhead.recipients.names.iter().map(|name| name.trim());
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let Some((last, others)) = names.split_last() else { return };
    let text = Style::PLAIN.size(SIZE).wrapped().horizontal(Horizontal::Left);
    let (left, right) = halves(canvas);
    canvas.beside((left, &t!(view.lang(), "recipients"), text.underlined()), (right, "", text));
    let names = others.iter().map(|name| (name, ",")).chain([(last, ".")]);
    for (name, end) in names.map(|(name, end)| (name.trim_end_matches([',', ';', '.', ' ']), end)) {
        canvas.beside((left, &format!("- {name}{end}"), text), (right, "", text));
    }
}

/// The grid columns of the left and of the right half of a page.
fn halves(canvas: &Canvas) -> ((u32, u32), (u32, u32)) {
    let middle = canvas.middle();
    ((0, middle), (middle + 1, canvas.last_column()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Pipeline;
    use crate::lang::Lang;
    use crate::manifest::Sources;
    use crate::report::plan::Value;
    use crate::report::{Options, example};
    use crate::rules::Rules;

    fn told(change: impl FnOnce(&mut crate::rules::letterhead::Letterhead)) -> Vec<String> {
        let mut rules = Rules::load(None).unwrap();
        change(&mut rules.letterhead);
        let figures = example::figures(Pipeline::YearEnd(2024), 4);
        let options = Options { lang: Lang::Vi, date: None, rules: &rules, sources: &Sources::default(), silent: &[] };
        let view = View::new(&figures, &options);
        let mut canvas = Canvas::new(&view, "1", vec![10.0; 4]);
        head(&mut canvas, &view);
        signatures(&mut canvas, &view);
        recipients(&mut canvas, &view);
        let text = |value: &Value| match value {
            Value::Text(text) if !text.is_empty() => Some(text.clone()),
            _ => None,
        };
        canvas.sheet.merges.iter().filter_map(|merge| text(&merge.value)).collect()
    }

    #[test]
    fn what_the_committee_leaves_empty_has_a_default_or_stays_open() {
        let told = told(|_| {});
        assert_eq!(told[1..5], ["ĐẢNG CỘNG SẢN VIỆT NAM", "BAN TỔ CHỨC", "*", "……………, ngày …… tháng …… năm ………"]);
        assert_eq!(told[5..], ["NGƯỜI LẬP BIỂU", "TRƯỞNG BAN"]);
    }

    #[test]
    fn organs_place_signer_and_recipients_are_the_committees() {
        let told = told(|rules| {
            rules.superior = "Tỉnh ủy Lai Châu".into();
            rules.symbol = "BC/BTC".into();
            rules.place = "Lai Châu".into();
            rules.signature.prepared_by = false;
            rules.signature.on_behalf_of = "T/M Ban Thường vụ".into();
            rules.signature.title = "Phó Bí thư".into();
            rules.recipients.names = vec!["Như trên;".into(), "Lưu Đảng ủy.".into()];
        });
        assert_eq!(told[0], "TỈNH ỦY LAI CHÂU");
        assert!(told[4].starts_with("Lai Châu, ngày"), "{told:?}");
        assert_eq!(told[5], "Số          -BC/BTC");
        assert_eq!(told[6..], ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nơi nhận:", "- Như trên,", "- Lưu Đảng ủy."]);
    }
}
