//! The sheets beside the table: how to fill it in, and the list of roles. Both say that they are no report.

use crate::intake::aside;
use crate::report::measure;
use crate::report::plan::{Area, Orientation, Sheet};
use crate::report::style::{Colour, Horizontal, Style};
use crate::rules::Rules;

/// Name of the sheet of instructions.
pub const GUIDE: &str = "Hướng dẫn";

/// Name of the hidden sheet of lists.
pub const LISTS: &str = "Danh mục";

const STEPS: [&str; 10] = [
    "1. Chỉ nhập vào các ô trắng của trang biểu; mỗi chi bộ một dòng. Mã và tên chi bộ đã điền sẵn theo danh mục, không sửa, không thêm dòng, thêm cột.",
    "2. Ngày họp: nhập dạng ngày/tháng/năm, trong tháng báo cáo. Chi bộ không họp: để trống ngày họp và các số liệu, ghi \"Không họp\" ở cột Ghi chú.",
    "3. Số đảng viên: nhập số nguyên. Có mặt + vắng có lý do + vắng không lý do = tổng số trừ miễn sinh hoạt, nhiệm vụ đặc biệt và sinh hoạt tạm thời nơi khác. Không có thì nhập 0.",
    "4. Phát biểu: số đảng viên có ý kiến trong buổi họp. Thời lượng: số phút.",
    "5. Họp chi ủy, sinh hoạt chuyên đề: nhập x nếu có, không có thì để trống. Ngày sinh hoạt chuyên đề chỉ nhập khi tổ chức riêng một buổi.",
    "6. Cấp ủy viên dự: chọn chức danh trong danh sách, không ghi họ tên. Không có người dự thì để trống.",
    "7. Điểm: từ 0 đến 100, được nhập số lẻ. Cấp trên chưa chấm, chưa xếp loại thì để trống.",
    "8. Ghi chú: không ghi họ tên, số giấy tờ, số điện thoại của đảng viên.",
    "9. Ghi ngày lập biểu ở dòng \"…, ngày … tháng … năm …\" góc trên bên phải, lưu tệp dạng .xlsx, giữ nguyên tên tệp và gửi về trước hạn.",
    "10. Gửi lại bản đã sửa: thêm \"(sửa lần 2)\" vào tên tệp; lần sau nữa là \"(sửa lần 3)\".",
];

/// How to fill in the table.
#[must_use]
pub fn guide() -> Sheet {
    const WIDTH: f64 = 86.0;
    let mut sheet = Sheet::new(GUIDE);
    sheet.widths([WIDTH]);
    sheet.page.orientation = Orientation::Portrait;
    sheet.page.margins = [20.0, 15.0, 20.0, 30.0];
    let small = Style::PLAIN.italic().size(9).colour(Colour::DarkGrey);
    sheet.put(0, 0, format!("Trang hướng dẫn, {}.", aside::MARK), small);
    sheet.put(1, 0, "HƯỚNG DẪN GHI BIỂU", Style::PLAIN.bold().size(14).colour(Colour::Accent));
    sheet.height(1, 26.0);
    let style = Style::PLAIN.size(12).wrapped().horizontal(Horizontal::Left);
    for (row, step) in (2..).zip(STEPS) {
        sheet.put(row, 0, step, style);
        sheet.height(row, measure::height(step, measure::pixels([WIDTH]), style) + 4.0);
    }
    sheet
}

/// The roles a visitor may have, and where they stand.
#[must_use]
pub fn lists(rules: &Rules) -> (Sheet, Area) {
    let mut sheet = Sheet::new(LISTS);
    sheet.hidden = true;
    sheet.widths([50.0]);
    sheet.put(0, 0, format!("Danh sách để chọn, {}.", aside::MARK), Style::PLAIN.italic());
    let mut last = 0;
    for (row, role) in (1..).zip(rules.roles.all()) {
        sheet.put(row, 0, role, Style::PLAIN);
        last = row;
    }
    (sheet, Area::new(1, 0, last.max(1), 0))
}
