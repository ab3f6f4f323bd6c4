use super::*;
use crate::intake::header::{HeaderPath, matches};
use crate::rules::forms::FormKind;
use crate::slips::example::{rules_and_register, unit};

#[test]
fn every_title_names_its_field_beyond_doubt() {
    let rules = Rules::load(None).unwrap();
    let form = rules.forms.iter().find(|form| form.kind == FormKind::MonthlyTable).unwrap();
    for column in &COLUMNS {
        let titles = column.group.into_iter().chain([column.title]).map(str::to_owned).collect();
        let found = matches(&HeaderPath { column: 0, titles }, form);
        assert_eq!(found[0], (column.field, 1.0), "{}", column.title);
        assert!(found.get(1).is_none_or(|(_, score)| *score < 0.9), "{}: {found:?}", column.title);
    }
}

#[test]
fn every_open_column_but_topic_and_note_is_checked() {
    let roles = ("Danh mục", Area::new(1, 0, 2, 0));
    let period = "2024-11".parse().unwrap();
    for column in COLUMNS.iter().filter(|column| column.is_open()) {
        let free = matches!(
            column.field,
            crate::rules::forms::ColumnField::ThematicTopic | crate::rules::forms::ColumnField::Note
        );
        let check = column.check(period, roles);
        assert_eq!(check.is_none(), free, "{}", column.title);
        assert!(check.is_none_or(|(_, message)| message.chars().count() < 225), "{}", column.title);
    }
}

#[test]
fn each_cell_is_on_the_form_of_the_committee_that_reports_it() {
    let period = "2024-11".parse().unwrap();
    let mut gone = unit("DU.9", "Chi bộ bản Cũ", Tier::AttachedCell, Some("DU"), Some("bản"));
    gone.valid_to = chrono::NaiveDate::from_ymd_opt(2024, 10, 31);
    let units = vec![
        unit("TU", "Thành ủy Mẫu Châu", Tier::Superior, None, None),
        unit("TU.1", "Chi bộ Tòa án", Tier::BaseCell, Some("TU"), Some("cơ quan")),
        unit("DU", "Đảng ủy xã Mẫu", Tier::Committee, Some("TU"), None),
        unit("BP", "Đảng bộ bộ phận Trung tâm", Tier::Section, Some("DU"), None),
        unit("DU.1", "Chi bộ bản Một", Tier::AttachedCell, Some("DU"), Some("bản")),
        unit("BP.1", "Chi bộ Trạm Y tế", Tier::AttachedCell, Some("BP"), Some("y tế")),
        unit("DV", "Đảng ủy xã Vắng", Tier::Committee, Some("TU"), None),
        gone,
    ];
    let register = Register::of_rows(units, Vec::new());
    let found: Vec<(&str, Vec<&str>)> = senders(&register, period)
        .into_iter()
        .map(|(sender, cells)| (sender.as_str(), cells.iter().map(|cell| cell.unit_id.as_str()).collect()))
        .collect();
    assert_eq!(found, [("DU", vec!["BP.1", "DU.1"]), ("TU", vec!["TU.1"])]);
    let name = stem(&register, &UnitId::new("DU"), period);
    assert_eq!(name, "DU - Đảng ủy xã Mẫu - thang-2024-11");
}

#[test]
fn only_entry_cells_are_open() {
    let (rules, register) = rules_and_register();
    let book = plan(&register, &rules, &UnitId::new("DU"), "2024-11".parse().unwrap());
    let sheet = &book.sheets[0];
    assert_eq!(sheet.protection, Protection::Locked);
    let open = sheet.cells.iter().filter(|cell| cell.style.lock == crate::report::style::Lock::Open);
    assert_eq!(open.count(), 3 * 20);
    assert!(book.sheets[2].hidden && !book.sheets[1].hidden);
}
