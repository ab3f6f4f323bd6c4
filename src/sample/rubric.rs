//! The rubric of the score sheets, seven groups and 100 points, and how a score is shared out among its criteria.

use super::dice::Dice;
use super::year::{Facts, Points};

/// Points of a full sheet.
pub(super) const FULL: Points = Points(200);

/// What a criterion's points depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aspect {
    /// Members present, of those due.
    Attendance,
    /// Members absent without a reason.
    Unexcused,
    /// Whether a thematic meeting was held.
    Thematic,
    /// The content of the regular meeting.
    Regular,
    /// Members who spoke, of those present.
    Speakers,
    /// Nothing that a monthly table states.
    Judgement,
}

/// A line of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Criterion {
    pub text: &'static str,
    pub most: Points,
    pub about: Aspect,
    /// How points are lost, in the words of the form.
    pub bands: Option<&'static str>,
}

/// Criteria under one heading.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub title: &'static str,
    pub criteria: Vec<Criterion>,
}

/// The form of a month. Where there is no thematic meeting to score, its points go to the regular content.
pub(super) fn form(thematic: bool) -> Vec<Group> {
    let group = |(title, criteria): &(&'static str, &[Criterion])| {
        let scored = criteria.iter().filter(|it| thematic || it.about != Aspect::Thematic);
        let criteria = scored.map(|it| if thematic { *it } else { it.with_thematic_points() });
        Group { title, criteria: criteria.collect() }
    };
    GROUPS.iter().map(group).collect()
}

impl Criterion {
    const fn new(text: &'static str, most: u32, about: Aspect) -> Self {
        Self { text, most: Points(most * 2), about, bands: None }
    }

    const fn judged(text: &'static str, most: u32) -> Self {
        Self::new(text, most, Aspect::Judgement)
    }

    const fn banded(self, bands: &'static str) -> Self {
        Self { bands: Some(bands), ..self }
    }

    fn with_thematic_points(self) -> Self {
        let more = if self.about == Aspect::Regular { THEMATIC.most.0 } else { 0 };
        Self { most: Points(self.most.0 + more), ..self }
    }
}

impl Aspect {
    /// Half points that the facts of a month take, as far as the criterion has them.
    pub(super) fn owed(self, facts: &Facts) -> u32 {
        let percent = |part: u32, whole: u32| part * 100 / whole.max(1);
        match self {
            Self::Attendance => match percent(facts.present(), facts.due()) {
                90.. => 0,
                75.. => 2,
                _ => 4,
            },
            Self::Unexcused if facts.unexcused > 0 => 2,
            Self::Thematic if !facts.thematic => THEMATIC.most.0,
            Self::Speakers => match percent(facts.speakers, facts.present()) {
                50.. => 0,
                40.. => 2,
                30.. => 4,
                _ => 6,
            },
            _ => 0,
        }
    }

    /// What a sheet says of points lost.
    pub(super) fn reason(self) -> Option<&'static str> {
        match self {
            Self::Attendance => Some("Đảng viên đi làm ăn xa"),
            Self::Unexcused => Some("Có lượt vắng không lý do"),
            Self::Thematic => Some("Không sinh hoạt chuyên đề"),
            Self::Speakers => Some("Ít ý kiến"),
            Self::Regular | Self::Judgement => None,
        }
    }
}

/// Points of each criterion that add up to the score. First `owed` takes half points from each, top down, then chance
/// takes the rest, where `spared` lets it: more from a criterion that has more to lose.
pub(super) fn shared(
    score: Points,
    criteria: &[Criterion],
    owed: impl Fn(Aspect) -> u32,
    spared: impl Fn(Aspect) -> bool,
    dice: &mut Dice,
) -> Vec<Points> {
    let mut lost = FULL.0 - score.0;
    let mut given: Vec<u32> = criteria.iter().map(|it| it.most.0).collect();
    for (criterion, points) in criteria.iter().zip(&mut given) {
        let taken = owed(criterion.about).min(*points).min(lost);
        *points -= taken;
        lost -= taken;
    }
    while lost > 0 {
        let mut open: Vec<&mut u32> =
            criteria.iter().zip(&mut given).filter(|(it, _)| !spared(it.about)).map(|(_, points)| points).collect();
        let all: u32 = open.iter().map(|points| **points).sum();
        let thrown = dice.between(1, all);
        let Some(points) = reached(&mut open, thrown) else { break };
        let taken = lost.min(*points).min(2);
        *points -= taken;
        lost -= taken;
    }
    given.into_iter().map(Points).collect()
}

/// The criterion in whose points the throw falls.
fn reached<'a>(open: &'a mut [&mut u32], mut thrown: u32) -> Option<&'a mut u32> {
    for points in open {
        if thrown <= **points {
            return Some(points);
        }
        thrown -= **points;
    }
    None
}

const THEMATIC: Criterion = Criterion::new("Nội dung sinh hoạt chuyên đề", 5, Aspect::Thematic);

const GROUPS: &[(&str, &[Criterion])] = &[
    (
        "Chấp hành thời gian, thời lượng",
        &[Criterion::judged("Họp đúng ngày, giờ quy định", 2), Criterion::judged("Bảo đảm thời lượng quy định", 3)],
    ),
    (
        "Tỷ lệ đảng viên dự sinh hoạt",
        &[
            Criterion::new("Tỷ lệ đảng viên dự", 4, Aspect::Attendance)
                .banded("+ Từ 90% trở lên: 4 điểm; từ 75% đến dưới 90%: 3 điểm; dưới 75%: 2 điểm"),
            Criterion::new("Không có đảng viên vắng không lý do", 1, Aspect::Unexcused),
        ],
    ),
    (
        "Công tác chuẩn bị",
        &[
            Criterion::judged("Chuẩn bị nội dung, dự thảo nghị quyết", 5),
            Criterion::judged("Họp chi ủy trước buổi sinh hoạt", 3),
            Criterion::judged("Thông báo trước cho đảng viên", 2),
        ],
    ),
    (
        "Tổ chức sinh hoạt",
        &[
            Criterion::judged("Thực hiện đúng quy trình", 5),
            Criterion::new("Nội dung sinh hoạt thường kỳ", 10, Aspect::Regular),
            THEMATIC,
            Criterion::judged("Biểu dương, nhắc nhở, phê bình đảng viên", 5),
            Criterion::new("Số đảng viên phát biểu ý kiến", 5, Aspect::Speakers)
                .banded("+ Từ 50% số có mặt trở lên: 5 điểm; cứ thấp hơn 10% trừ 1 điểm"),
            Criterion::judged("Điều hành của người chủ trì", 8),
            Criterion::judged("Ghi chép sổ biên bản", 2),
        ],
    ),
    (
        "Nguyên tắc tổ chức, sinh hoạt",
        &[
            Criterion::judged("Tập trung dân chủ, đoàn kết", 2),
            Criterion::judged("Tự phê bình và phê bình nghiêm túc", 3),
        ],
    ),
    (
        "Kết quả thực hiện nghị quyết tháng trước",
        &[
            Criterion::judged("Tỷ lệ hoàn thành nhiệm vụ được giao", 20),
            Criterion::judged("Kết quả khắc phục hạn chế đã chỉ ra", 10),
        ],
    ),
    (
        "Kết thúc buổi sinh hoạt",
        &[Criterion::judged("Kết luận của người chủ trì", 2), Criterion::judged("Thông qua biên bản, nghị quyết", 3)],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_100_points() {
        for thematic in [true, false] {
            let most: u32 = form(thematic).iter().flat_map(|group| &group.criteria).map(|it| it.most.0).sum();
            assert_eq!(Points(most), FULL);
        }
    }
}
