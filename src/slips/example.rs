//! A small register for tests.

use crate::lake::schema::UnitRow;
use crate::register::{Register, UnitId};
use crate::rules::Rules;
use crate::terms::Tier;

/// A unit without anything special.
pub fn unit(id: &str, name: &str, tier: Tier, parent: Option<&str>, cell_type: Option<&str>) -> UnitRow {
    UnitRow {
        unit_id: UnitId::new(id),
        name: name.to_owned(),
        tier,
        parent_id: parent.map(UnitId::new),
        cell_type: cell_type.map(str::to_owned),
        peer_group: cell_type.map(str::to_owned),
        valid_from: None,
        valid_to: None,
        hardship: false,
        aliases: None,
        successor_id: None,
        needs_no_follower: false,
        concurrent_secretary: false,
        has_committee: false,
        min_duration_min: None,
    }
}

/// The built-in rules, and a committee of three cells below a city.
pub fn rules_and_register() -> (Rules, Register) {
    let units = vec![
        unit("TU", "Thành ủy Mẫu Châu", Tier::Superior, None, None),
        unit("DU", "Đảng ủy xã Mẫu", Tier::Committee, Some("TU"), None),
        unit("DU.1", "Chi bộ bản Một", Tier::AttachedCell, Some("DU"), Some("bản")),
        unit("DU.2", "Chi bộ bản Hai", Tier::AttachedCell, Some("DU"), Some("bản")),
        unit("DU.3", "Chi bộ Trường Tiểu học", Tier::AttachedCell, Some("DU"), Some("trường học")),
    ];
    (Rules::load(None).unwrap(), Register::of_rows(units, Vec::new()))
}
