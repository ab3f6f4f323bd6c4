### Mọi câu chữ mà người dùng đọc, theo tệp mã nguồn nơi dùng; bản tiếng Anh có cùng các mục, cùng tên.
### Cú pháp: Project Fluent (https://projectfluent.org/fluent/guide/). Ngoặc nhọn bao tên của phần thay vào.

## app

workbook = Sổ làm việc
run-summary = { $submissions } biểu, { $cell_summary } chi bộ; { $weak } chi bộ cần quan tâm, hỗ trợ; { $errors } lỗi và { $warnings } điều cần kiểm tra khi đọc biểu.
lowest-by-index = Năm chi bộ có chỉ số thấp nhất ({ $from } – { $to }):
needs-support-mark = {" "}— cần quan tâm, hỗ trợ
slips-written = { $slips } phiếu trả cho đơn vị có biểu cần sửa: { $folder }
rows-or-files-rejected = Có dòng hoặc tệp bị loại; xem trang 'Chất lượng số liệu' của sổ làm việc.
files-and-errors = { $read } tệp, { $errors } lỗi.
how-to-use-decisions = Chép các dòng cần dùng vào trang 'Quyết định' của danh mục, điền 'Giá trị đúng' và 'Ngày'; chibo không tự ghi danh mục.
sample-written = Đã ghi { $written } tệp vào { $folder }. Mọi số liệu đều là giả.
as-of-outside-the-year = --as-of phải là một tháng của năm { $year }, dạng { $year }-10.
register-in-the-way = { $folder } đã có danh mục; không ghi đè. Chọn một thư mục khác bằng --out.
no-such-table = không có bảng '{ $table }'. Các bảng: { $names }.
blank-forms-written = Đã ghi { $count } biểu trống { $month } vào { $folder }.

## cause

cells-of-column = cột { $letters }: { $count } ô — { $what }

## console

reading-files = Đang đọc { $bar } { $count } tệp

## error

register-or-rules-broken = Danh mục hoặc quy tắc có lỗi, chưa ghi gì:
output-in-use = Thư mục { $out } đang được một lượt chạy khác sử dụng. Chờ lượt đó xong rồi chạy lại.
internal-error = Lỗi bên trong chương trình: { $what }. Kết quả trước đó không bị thay đổi; đề nghị báo lại lỗi này.
check-the-path = kiểm tra lại đường dẫn
no-permission = không có quyền; nếu tệp đang mở trong Excel thì đóng lại, hoặc chọn nơi khác bằng --out
disk-full = đĩa đầy; giải phóng chỗ trống rồi chạy lại
check-the-disk-and-permissions = kiểm tra đĩa và quyền truy cập
no-usable-sheet-of-months = Không có biểu nào của { $months } dùng được trong { $inbox }.
no-usable-sheet = Không có biểu nào dùng được trong { $inbox }.
months-of-the-sheets-read = {" "}Các biểu đọc được thuộc { $first } – { $last }; kiểm tra lại --period.
put-files-into-the-inbox = {" "}Đặt các tệp Excel đơn vị gửi vào thư mục này, hoặc chỉ ra thư mục khác bằng --inbox.
line-in-text = dòng

## explain/asked

no-such-figure-or-flag = không có số liệu, dấu hiệu nào là '{ $name }'. Có phải '{ $near }'? `chibo schema cell_summary` liệt kê các số liệu; ngoài ra có mã dấu hiệu, { $parts }.

## explain/named

not-one-cell = không có đúng một chi bộ nào là '{ $written }' trong kỳ. Ghi mã của một trong: { $listed }.

## explain/told

period = Kỳ
on-todays-map = Theo tổ chức hiện nay
carries-on = ; kế thừa { $others }
flags-heading =
    {""}
    DẤU HIỆU
none-line = {"  "}không có
values-by-month-heading =
    {""}
    NGUỒN SỐ LIỆU THEO THÁNG
rules-heading =
    {""}
    QUY TẮC
how-to-explain-one-figure =
    {""}
    Xem riêng một số liệu: chibo explain MÃ --period KỲ --figure attendance_rate
figures-heading =
    {""}
    SỐ LIỆU VÀ CÔNG THỨC
formula-in-text = công thức
points-of-a-group = {"    "}{ $group } bình quân { $given }/{ $most } qua { $months } tháng, mất { $loss }; trung vị của { $peers } chi bộ cùng nhóm { $median }; hơn kém { $against }
this-flag-is-not-raised = không có dấu hiệu này
judged-by-the-figures = xét theo số liệu
rule-in-text = quy tắc
field-not-merged = không gộp được
handed-over-within-the-month = bàn giao trong tháng
did-not-meet = không họp
merged-months-heading =
    {""}
    THÁNG GỘP TỪ NHIỀU CHI BỘ
fields-not-merged = ; không gộp được:{" "}

## explain/told/cells

no-cell-states-it = {"  "}không ô nào nêu số liệu này
register-in-text = danh mục
sheet-cells-in-text = ô
blank = (để trống)
not-repeated = (không nhắc lại)
reported-as = {" "}(báo cáo theo mã { $code })
name-or-code-of-the-cell = Tên hoặc mã chi bộ
date-of-the-report = Ngày báo cáo
day-of-the-visit = Ngày dự sinh hoạt
planned-topic = Chuyên đề theo kế hoạch
day-the-plan-was-approved = Ngày duyệt kế hoạch
most-points = Điểm tối đa

## explain/told/proposals

suggestion-heading = GỢI Ý THEO TIÊU CHÍ SINH HOẠT
proposals-heading = SINH HOẠT MẪU, HỖ TRỢ
proposed-host-of-a-model-meeting = Đề xuất chủ trì sinh hoạt mẫu
proposed-for-support = Đề xuất được hỗ trợ
goes-to-host = ; dự tại { $host }
loses-most-points = ; nhóm tiêu chí mất nhiều điểm nhất: { $group }
nothing-is-proposed = {"  "}không được đề xuất
proposed-only-of-a-year = {"  "}chỉ đề xuất khi kỳ là cả năm
grade-and-what-it-allows = Mức cả năm: { $grade }; cho phép xét: { $allowed }

## explain/told/standing

rank-heading = THỨ HẠNG
not-ranked = Chưa đủ số liệu để xếp
rank-told = {"  "}{ $all }/{ $ranked }; khoảng { $from }–{ $to }%: { $low }–{ $high }; trong nhóm loại hình { $peer }/{ $peers }; trong đơn vị { $unit }/{ $units }
leaning-on-peers = ; số liệu ít thì kéo về nhóm so sánh từ { $least } chi bộ
interval-told = {"  "}khoảng: rút { $draws } lần, hạt giống { $seed }; trọng số theo Dirichlet({ $weights } × trọng số); { $design } lượt dự tính là 1 lượt độc lập; dao động điểm của nhóm nặng { $prior } tháng{ $peers }
share-of-weight-score = phần trọng số × điểm thành phần
goalposts = { $zero } cho 0 điểm, { $hundred } cho 100 điểm

## findings

finding-file-not-workbook = Không phải tệp Excel
    .hint = Mở tệp bằng Excel và lưu lại dạng .xlsx rồi gửi lại.
finding-file-empty = Tệp rỗng (0 byte)
    .hint = Tệp bị lỗi khi sao chép hoặc gửi; đề nghị đơn vị gửi lại.
finding-file-protected = Tệp đặt mật khẩu
    .hint = Mở bằng Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu và gửi lại.
finding-file-broken = Tệp hỏng, không đọc được
    .hint = Mở bằng Excel để sửa chữa, lưu lại dạng .xlsx và gửi lại ({ $value }).
finding-file-too-large = Tệp vượt giới hạn dung lượng
    .hint = Giới hạn là { $value }; xóa các trang tính, ảnh không cần thiết rồi gửi lại.
finding-file-lock = Tệp khóa tạm của Excel (~$), đã bỏ qua
    .hint = Không cần làm gì; Excel tạo tệp này khi có người đang mở biểu.
finding-file-unreadable = Không mở được tệp
    .hint = Kiểm tra quyền đọc của tệp ({ $value }).
finding-file-duplicate = Trùng hoàn toàn với tệp đã có
    .hint = Giống hệt { $value }; chỉ tính một lần.
finding-sheet-unrecognised = Không nhận ra biểu
    .hint = Cần một dòng tiêu đề có { $value }; đã thấy: { $raw }. Nếu đây không phải biểu báo cáo thì bỏ khỏi hộp thư, hoặc ghi 'Không phải biểu báo cáo' ở đầu trang.
finding-unit-unknown = Không xác định được đơn vị gửi
    .hint = Ghi tên đảng ủy như trong danh mục ở góc trên biểu, hoặc đặt tệp vào thư mục mang mã đơn vị.
finding-unit-conflict = Đơn vị ghi trong biểu khác với thư mục
    .hint = Biểu ghi { $raw }, thư mục là { $value }; đã lấy theo biểu.
finding-period-unknown = Không xác định được tháng báo cáo
    .hint = Ghi rõ 'Tháng … năm …' ở tiêu đề biểu.
finding-period-conflict = Tháng ghi trong biểu khác với tên trang, tên tệp hoặc thư mục
    .hint = Tiêu đề ghi { $raw }, nơi khác ghi { $value }; đã lấy theo tiêu đề.
finding-column-unknown = Cột không có trong biểu mẫu, không sử dụng
    .hint = Nếu cột này cần dùng, thêm tên cột vào pipelines/forms.
finding-column-doubtful = Tiêu đề cột chưa chắc chắn
    .hint = Cột '{ $raw }' được hiểu là { $value }; nếu sai, sửa tiêu đề cho giống biểu mẫu.
finding-column-repeated = Hai cột có cùng tiêu đề
    .hint = Cột '{ $raw }' xuất hiện hai lần; chỉ cột đầu được dùng. Mỗi bảng đặt ở một trang tính, mỗi cột một tiêu đề.
finding-cell-unnamed = Dòng có số liệu nhưng không có tên chi bộ
    .hint = Ghi tên chi bộ của dòng này; nếu ô tên được gộp thì bỏ gộp.
finding-cell-unknown = Tên chi bộ không có trong danh mục
    .hint = Sửa tên '{ $raw }' theo danh mục; gần nhất: { $value }.
finding-cell-ambiguous = Tên ứng với nhiều chi bộ
    .hint = '{ $raw }' có thể là { $value }; ghi thêm mã chi bộ.
finding-cell-fuzzy = Tên chi bộ gần đúng
    .hint = '{ $raw }' được hiểu là { $value }; đề nghị sửa theo danh mục.
finding-cell-twice = Chi bộ có hai dòng khác số liệu trong một biểu
    .hint = Giữ lại một dòng đúng (dòng kia: { $value }).
finding-cell-repeated = Chi bộ có hai dòng giống nhau trong một biểu
    .hint = Đã tính một lần (dòng kia: { $value }).
finding-cell-missing = Chi bộ của đơn vị không có trong biểu
    .hint = Bổ sung dòng cho { $value }.
finding-value-unreadable = Giá trị bắt buộc không đọc được
    .hint = '{ $raw }' không phải { $value }; nhập lại ô này.
finding-value-dropped = Giá trị không đọc được, bỏ trống
    .hint = { finding-value-unreadable.hint }
finding-present-over-members = Số có mặt lớn hơn tổng số đảng viên
    .hint = Có mặt { $raw }, tổng số { $value }; kiểm tra lại hai ô.
finding-score-out-of-range = Điểm ngoài thang 0–100
    .hint = Điểm { $raw } không hợp lệ; nhập lại.
finding-rate-differs = Tỷ lệ ghi trong biểu khác số tính được
    .hint = Biểu ghi { $raw }, tính được { $value }; kiểm tra số có mặt và số phải dự.
finding-grade-differs = Mức xếp loại không khớp với điểm
    .hint = Ghi { $raw }, theo điểm là { $value }; kiểm tra lại điểm hoặc mức xếp loại.
finding-grade-not-one = Phải đánh dấu đúng một mức xếp loại
    .hint = Đánh dấu x vào đúng một cột (đang có: { $value }).
finding-absences-differ = Có mặt cộng vắng khác số phải dự
    .hint = Cộng được { $raw }, phải dự { $value }; kiểm tra số có mặt và số vắng.
finding-total-differs = Dòng tổng cộng khác tổng các dòng
    .hint = Dòng tổng ghi { $raw }, cộng các dòng được { $value }; kiểm tra lại.
finding-date-outside = Ngày họp ngoài tháng báo cáo
    .hint = Ngày { $raw } không thuộc tháng { $value }; kiểm tra ngày họp hoặc tháng báo cáo.
finding-values-disagree = Hai ô của một dòng ghi khác nhau
    .hint = Ô này ghi { $raw }, ô khác ghi { $value }; kiểm tra và sửa một trong hai.
finding-criterion-over-max = Điểm vượt mức tối đa của tiêu chí
    .hint = Ghi { $raw }, tiêu chí này cho { $value } điểm; nhập lại điểm và tổng điểm.
finding-criterion-unnamed = Dòng có điểm nhưng không có tên tiêu chí
    .hint = Ghi tên tiêu chí của dòng này.
finding-points-do-not-sum = Tổng điểm khác tổng các tiêu chí
    .hint = Ghi { $raw }, cộng các tiêu chí được { $value }; kiểm tra lại. Tổng ghi trong phiếu được giữ.
finding-score-scale = Phiếu không chấm theo thang 100 điểm
    .hint = Tổng thang điểm của phiếu là { $raw }; tổng điểm không được lấy làm điểm tháng. Chấm lại theo thang 100.
finding-score-incomplete = Phiếu không ghi tổng điểm và thiếu điểm tiêu chí
    .hint = Còn { $value } tiêu chí chưa có điểm; bổ sung điểm hoặc ghi dòng tổng điểm.
finding-score-sheet-differs = Điểm trong biểu tháng khác phiếu chấm điểm
    .hint = Biểu tháng ghi { $raw }, phiếu chấm điểm ghi { $value }; đã lấy theo phiếu.
finding-plan-without-topic = Kế hoạch có ngày nhưng không ghi chuyên đề nào
    .hint = Ghi chuyên đề vào cột của từng quý.
finding-year-unknown = Không xác định được năm
    .hint = Ghi rõ 'Năm …' ở tiêu đề biểu.
finding-sheet-hidden = Trang tính ẩn, vẫn được đọc
    .hint = Trang đang ẩn trong tệp; bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng.
finding-rows-hidden = Dòng ẩn, vẫn được đọc
    .hint = Dòng { $value } đang ẩn; bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng.
finding-columns-hidden = Cột ẩn, vẫn được đọc
    .hint = Cột { $value } đang ẩn; bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng.
finding-decision-applied = Theo quyết định ghi trong danh mục
    .hint = '{ $raw }' được hiểu là { $value }, theo trang 'Quyết định' của danh mục.
finding-file-blank = Tệp không có dữ liệu
    .hint = Mọi trang tính đều trống; kiểm tra và gửi lại.
finding-file-link = Liên kết (shortcut) trong hộp thư, không đọc
    .hint = Đặt chính tệp đó vào hộp thư.
finding-meeting-unstated = Không rõ chi bộ có họp hay không
    .hint = Ghi ngày họp và số có mặt, hoặc ghi 'Không họp'.
finding-value-repaired = Cách viết khác thường, đã hiểu
    .hint = '{ $raw }' được hiểu là { $value }.
finding-cell-unaccounted = Ô chưa được tính đến (lỗi chương trình)
    .hint = Đề nghị gửi biểu này cho người phụ trách chương trình.
finding-text-converted = Văn bản dùng phông chữ cũ, đã chuyển sang Unicode
    .hint = Đã chuyển { $value } ô từ { $raw }; nên dùng phông Unicode (Times New Roman).
finding-supervisor-dropped = Không phải chức danh; chỉ ghi nhận có người dự
    .hint = Chỉ ghi chức danh, không ghi họ tên.
finding-value-changed = Giá trị được thay bởi biểu gửi sau
    .hint = Cũ: { $raw }; mới: { $value }.

## inspect

unknown = không rõ
sheet-told = {"  "}đơn vị { $unit }; tháng { $period }; ngày báo cáo { $date }; lần sửa { $revision }
hidden-rows-untold = {"  "}dòng, cột ẩn: định dạng này không cho biết
form-in-text = biểu
header-rows = tiêu đề dòng
not-used = (không dùng)
cells-by-use = {"  "}{ $cells_read } ô: { $used } dùng nguyên (o), { $repaired } sửa cách viết (~), { $rejected } bị loại (x), { $layout } trình bày (.)

## intake/discover

inbox-not-found = Không tìm thấy thư mục { $shown }. Đặt các biểu đơn vị gửi vào thư mục 'inbox' của thư mục làm việc (--work), hoặc chỉ ra bằng --inbox.

## intake/wording

a-decimal-comma-in-a-text = dùng dấu phẩy thập phân trong ô dạng chữ
present-over-due-in-one-cell = ghi dạng có mặt/phải dự
a-percentage-typed-as-text = tỷ lệ gõ dạng chữ có dấu %
a-day-typed-as-text = ngày gõ dạng chữ
a-number-with-its-unit = số ghi kèm đơn vị
a-dash-or-word-for-zero = dấu gạch hoặc chữ thay cho số 0
a-number-typed-as-text = số gõ dạng chữ
an-unusual-spelling-understood = cách viết khác thường, đã hiểu

## judge/cap

cap-not-computed = Chưa tính được giới hạn { $share } HTXSNV năm { $year }: trang 'Xếp loại' của danh mục chưa ghi mức của tổ chức nào trong năm này, nên chưa biết bao nhiêu tổ chức được xếp HTTNV.
cap-of-httnv-or-better = số tổ chức từ HTTNV trở lên
cap-of-those-left-at-httnv = số tổ chức còn ở mức HTTNV sau khi đã trừ chính số HTXSNV ấy
rounded-down = làm tròn xuống
rounded-to-the-nearest = làm tròn đến số gần nhất
by-cell-type = loại hình
by-organisation-above = đơn vị cấp trên trực tiếp
by-tier = cấp tổ chức
cap-told = HTXSNV không quá { $share } { $base }, { $rounding }, tính riêng từng { $grouping } ({ $source }). Mức lấy theo đề nghị của cấp trên, chưa có thì theo mức tự xếp: { $self_rated } tổ chức mới chỉ tự xếp, { $unrated } tổ chức của các nhóm này chưa biết mức, nên con số còn có thể thay đổi.

## judge/contribution

mean-in-the-highest-grade = Điểm bình quân đã ở mức cao nhất; mức cả năm còn xét đều kỳ, chuyên đề và số tháng.
points-to-the-next-grade = Điểm bình quân { $mean_written }: thêm { $needed } điểm mỗi tháng thì điểm bình quân đạt mức { $name } ({ $from }); { $months_below } tháng có điểm dưới { $from }.
index-loses-most = {" "}Chỉ số thiếu nhiều nhất ở thành phần { $name }: { $lost } điểm.
no-scores = Chưa có điểm.

## judge/flags/attendance

evidence-attendance-low = Dự { $present }/{ $due } lượt ({ $percent }), dưới mức { $target }; khoảng 95%: { $range }; bình quân vắng { $absent } đảng viên mỗi buổi.
evidence-unexcused = Vắng không lý do { $absences }/{ $due } lượt ({ $percent }), trên mức { $threshold }; khoảng 95%: { $range }.

## judge/flags/cadence

evidence-not-held = Không họp { $missed }/{ $expected } tháng: { $which }.
evidence-thematic-missing = Không có sinh hoạt chuyên đề { $short }/{ $of } quý được xét: { $which }.
evidence-too-short = Họp dưới thời lượng tối thiểu { $n_short }/{ $n_stated } buổi có ghi thời lượng ({ $percent }), trên mức { $threshold }; thiếu nhiều nhất: { $minutes }/{ $required } phút.
evidence-no-plan = Chưa có kế hoạch sinh hoạt chuyên đề năm { $year }.

## judge/flags/committee

evidence-not-reported = Chưa có báo cáo { $n }/{ $expected } tháng: { $which }.
no-sheet-of-the-unit = không có biểu của đơn vị
no-row-of-the-cell = biểu của đơn vị không có dòng của chi bộ
row-unclear = dòng không nói rõ có họp hay không: { $place }
row-rejected = dòng bị loại: { $place }
at-sheet-cell = , ô { $at }
evidence-few-visits = Có người dự { $attended }/{ $expected } tháng phải dự ({ $percent }), dưới mức { $threshold }.
evidence-nobody-assigned = Không có phân công người dự trong tháng nào của { $expected } tháng.

## judge/flags/quality

evidence-few-speakers = Phát biểu { $percent } lượt đảng viên có mặt, dưới mức { $threshold }.
evidence-scores-low = Trung vị { $points } điểm qua { $n } tháng có điểm, dưới mức { $threshold }.
upper-scores = Điểm cấp trên chấm
self-scores = Điểm tự chấm
evidence-scores-falling = { $who }: bình quân 3 tháng gần nhất { $latest }, 3 tháng trước đó { $before }, giảm { $points } (mức { $threshold }; dao động thường đến { $noise }).

## judge/flags/score

evidence-self-over-upper = Tự chấm cao hơn cấp trên chấm bình quân { $points } điểm qua { $n } tháng có cả hai điểm (mức { $threshold }).
evidence-constant-score = Tự chấm cùng { $score } điểm trong { $months } tháng có điểm liên tiếp ({ $first }–{ $last }).
evidence-contradictions = Điểm chấm trái với số liệu ở { $months } tháng: { $said }.
against-attendance = khi có mặt { $present }/{ $due } ({ $rate }, mức { $target })
against-no-thematic-meeting = khi không có sinh hoạt chuyên đề
full-points-against = { $month } { $by } đủ { $points } điểm «{ $name }» { $against }

## judge/index

too-few-months-reported = báo cáo { $reported }/{ $expected } tháng ({ $percent }), cần từ { $needed }
too-few-meetings-scored = có điểm { $scored }/{ $held } tháng có họp, cần từ { $needed }
too-little-weight-with-data = các thành phần có số liệu chiếm { $percent } trọng số, cần từ { $needed }
no-attendance-figures = không có số liệu dự họp ({ $months } tháng tính được)

## judge/integrity/wording

in-cells = ở { $cells } chi bộ
chance-alone-up-to = ; riêng do ngẫu nhiên có thể tới { $by_chance }
signal-over-all = { $counted } ({ $share }). Xét { $tested } chi bộ, vào danh sách { $listed }{ $chance }.
hits-of-trials = { $hits } trong { $trials } { $what }
scores-are-exactly-100 = điểm { $by } là đúng 100
scores-other-than-100-are-multiples = điểm { $by } khác 100 là bội số của 5
scores-are-from-to-under = điểm { $by } nằm từ { $from } đến dưới { $below }
scores-repeat-the-scored-month-before = điểm { $by } giữ nguyên của tháng có điểm liền trước
sheets-repeat-each-criterion = phiếu { $by } lặp lại đúng điểm từng tiêu chí của phiếu liền trước
sheets-contradict-the-facts = phiếu { $by } có điểm trái với số liệu của tháng
months-repeat-an-earlier-one = tháng lặp lại nguyên số liệu một tháng trước đó
months-repeat-another-cell = tháng có số liệu giống hệt một chi bộ khác cùng đơn vị
signal-base-rate = tính chung các chi bộ { $base }, tức khoảng { $expected } ({ $p }).

## judge/suggestion

year-not-over = Năm chưa hết, số liệu đến { $last }.
grade-not-reached = Không đạt mức { $grade }: { $facts }.
no-lower-grade = Quy định của { $rule } không có mức thấp hơn nên không xếp mức.
clause-not-seen = Điều về mức { $grade } của { $rule } chưa thấy toàn văn nên không xếp mức.
grade-reached = Đạt mức { $grade } theo { $rule }: { $facts }.
grade-still-open = Chưa kết luận được mức { $grade }: { $facts }.
allows-htxsnv = Riêng tiêu chí sinh hoạt cho phép xét HTXSNV.
allows-httnv-only = Riêng tiêu chí sinh hoạt cho phép xét HTTNV, chưa cho phép xét HTXSNV.
allows-neither = Riêng tiêu chí sinh hoạt chưa cho phép xét HTTNV.
allows-no-htxsnv = Riêng tiêu chí sinh hoạt chưa cho phép xét HTXSNV; với HTTNV chưa đủ căn cứ.
allowed-grades-not-seen = Chưa thấy điều quy định mức sinh hoạt cần cho HTXSNV, HTTNV.
no-suggestion-without-upper-scores = Chưa có cấp trên chấm nên không đề xuất.
months-the-upper-scored = Cấp trên chấm { $upper }/{ $all } tháng có điểm.
months-the-cell-was-active = Chi bộ hoạt động { $active_months } tháng trong năm.
months-with-open-conditions = { $open } tháng chưa xét được hết điều kiện kèm theo điểm vì thiếu phiếu chấm hoặc dòng của phiếu.
months-the-rule-leaves-aside = Quy định này không xét { $not_held } tháng không họp.
fact-active-months = hoạt động { $active } tháng trong năm
fact-not-enough-data = chưa đủ số liệu
fact-mean-score = điểm trung bình { $mean } (cần từ { $least })
fact-months-held = họp { $held }/{ $expected } tháng (cần đủ)
fact-thematic-quarters = chuyên đề { $met }/{ $all } quý (cần đủ)
fact-months-good = { $good } tháng Tốt (cần từ { $least })
fact-months-under-fair = { $under } tháng dưới Khá (không quá { $most })
fact-meetings-at-grade = { $reached }/{ $all } buổi từ { $grade } trở lên (cần { $least })
suggestion-note = Gợi ý chỉ theo tiêu chí sinh hoạt, cách tính của { $name }; không phải xếp loại.
clause-not-used = { $grade }: { $source }. Chưa thấy toàn văn nên không dùng để xếp mức.
months-not-reported-list = chưa báo cáo
months-without-score-list = có họp nhưng chưa có điểm hoặc mức

## judge/wording

quarter-in-text = quý { $number }/{ $year }

## register/check

end-before-start = 'Đến ngày' trước 'Từ ngày'.
decision-contradicts = mâu thuẫn với dòng { $line }: cùng nội dung, cùng ngày, giá trị khác. Bỏ một dòng hoặc ghi ngày sau hơn.
is-its-own-superior = '{ $id }' là cấp trên của chính mình.
two-rules-hold = '{ $one }' và '{ $other }' cùng áp dụng cho { $id } ({ $name }) từ cùng một ngày. Sửa scope hoặc valid_from của một trong hai.
superior-not-in-register = mã cấp trên '{ $parent }' không có trong danh mục.
superior-is-a-cell = mã cấp trên '{ $parent }' là một chi bộ; chi bộ không có tổ chức trực thuộc.
code-differs-by-dots = mã '{ $unit_id }' chỉ khác mã ở dòng { $line } về dấu chấm.
cell-without-superior = chi bộ phải có mã cấp trên.
code-overlaps-in-time = mã '{ $unit_id }' trùng thời gian hiệu lực với dòng { $line }.

## register/check/successors

successors-in-a-circle = mã kế thừa tạo thành vòng: { $shown } (dòng { $lines }). Bỏ mã kế thừa ở một dòng.
successor-not-in-register = mã kế thừa '{ $code }' không có trong danh mục.
successor-is-itself = mã kế thừa '{ $code }' là chính tổ chức này. Bỏ mã kế thừa, hoặc ghi mã của tổ chức khác.
successor-of-another-kind = mã kế thừa '{ $code }' (dòng { $rows }) phải cùng loại: chi bộ kế thừa chi bộ, cấp ủy kế thừa cấp ủy.
successor-ends-before = tổ chức kế thừa '{ $code }' (dòng { $rows }) hết hiệu lực ngày { $shown }, trước tổ chức này.

## register/load

register-sheet-empty = trang tính '{ $sheet }' không có dòng nào. Ghi các tổ chức đảng vào trang này.
register-not-found = Không tìm thấy danh mục { $shown }. Đặt tệp danh-muc.xlsx vào thư mục làm việc, hoặc chỉ ra bằng --register.
register-sheet-missing = thiếu trang tính '{ $name }'. Thêm trang tính này theo mẫu danh mục.
register-column-missing = thiếu cột '{ $title }' ở dòng tiêu đề. Thêm cột này theo mẫu danh mục.
register-value-unexpected = cột '{ $title }' ghi '{ $written }', cần: { $expected }.
code-or-name-is-missing = thiếu mã hoặc tên.
cell-or-follower-missing = thiếu mã chi bộ hoặc người dự.
decision-incomplete = cần 'Tệp' hoặc 'Nội dung', và 'Giá trị đúng'.

## register/yearly

year-cell-or-role-missing = thiếu năm, mã chi bộ hoặc vai trò.
year-or-code-is-missing = thiếu năm hoặc mã.
organisation-not-in-register = mã '{ $code }' không có trong danh mục.
year-contradicts = mâu thuẫn với dòng { $line }: cùng mã '{ $id }', cùng năm { $year }. Bỏ một dòng.

## report/canvas

page = Trang

## report/data_book

data-book-day = Ngày { $day }.
data-of-cell-meetings = Số liệu sinh hoạt chi bộ { $span }
no-rows = không có dòng nào
too-long-for-excel = quá dài cho Excel, xem tables/
contents-sheet = Mục lục
notes-sheet = Chú giải
cover-sheet = Giới thiệu
tables-for-analysis = Các bảng số liệu { $span }, để phân tích thêm.
each-sheet-is-one-table = Mỗi trang là một bảng, bắt đầu từ ô A1, một dòng tiêu đề; tên bảng trong Excel là chibo_ và tên trang.
what-contents-and-notes-tell = Trang Mục lục liệt kê các bảng; trang Chú giải nói ý nghĩa và đơn vị của từng cột.
a-blank-cell-means-no-data = Ô trống nghĩa là không có số liệu, không phải số 0. Tỷ lệ ghi từ 0 đến 1.
figures-as-in-the-parquet-files = Số liệu này trùng với các tệp Parquet trong tables/. Chỉ số và thứ tự để tham khảo, không phải kết quả xếp loại.
sheet-in-text = trang
rows-in-text = số dòng
contents-in-text = nội dung
note-in-text = ghi chú
column-in-text = cột
meaning-in-text = ý nghĩa

## report/document

organization-committee = Ban Tổ chức
document-number = Số          -{ $symbol }
head-of-the-committee = Trưởng ban
prepared-by = NGƯỜI LẬP BIỂU
recipients = Nơi nhận:
communist-party-of-vietnam = ĐẢNG CỘNG SẢN VIỆT NAM

## report/feedback

feedback-on-cell-meetings = Phản hồi về sinh hoạt chi bộ { $span }: { $name }
feedback = Phản hồi
on-cell-meetings = Về sinh hoạt chi bộ { $span }
addressed-to = Gửi: { $unit_name }
middle-half-of-the-committees-with = Mức giữa: một nửa số đơn vị có số liệu cao hơn, một nửa thấp hơn. Tỷ lệ dự của cấp trên nói về việc của cấp ủy, không tính cho chi bộ. Số liệu để tham khảo, không phải kết quả xếp loại.
no-cell-of-unit-needs-support = { $all } chi bộ; không có chi bộ cần quan tâm, hỗ trợ.
cells-of-unit-needing-support = { $all } chi bộ, trong đó { $weak } chi bộ cần quan tâm, hỗ trợ (trang “Việc cần hỏi, cần làm”).
cell-months-are-not-reported = Còn thiếu báo cáo của { $missing } lượt chi bộ-tháng.
no-row-of-the-sheets-sent = Các biểu đã gửi không có dòng nào bị loại.
no-sheet-of-it-was-received = Chưa nhận được biểu nào của đơn vị.
errors-in-the-sheets-sent-are = { $errors } lỗi trong các biểu đã gửi cần sửa và gửi lại (trang “Cần sửa trong biểu”).
reported-due = Tháng báo cáo / phải có
months-held = Tháng họp
thematic-quarters = Quý có chuyên đề
all-interval = Chung (khoảng)
the-cells = Các chi bộ
figures-of-each-cell = Số liệu của từng chi bộ
cells-whose-rank-intervals-overlap-cannot = Hai chi bộ có khoảng thứ hạng trùng nhau thì chưa phân được hơn kém. Ô trống: không có số liệu.
what-to-ask = Việc cần hỏi, cần làm
cells-that-need-support-stand-first = Chi bộ cần quan tâm, hỗ trợ đứng trước. Dấu hiệu về chấm điểm là câu hỏi cần xem lại; chưa báo cáo và cấp trên dự là việc của cấp ủy.
no-flag-is-raised = Không có dấu hiệu nào
kind-of-finding = Loại
to-mend = Cần sửa trong biểu
to-mend-in-the-sheets-sent = Cần sửa trong các biểu đã gửi
to-mend-note = Lỗi: dòng chưa được tổng hợp, đề nghị sửa và gửi lại. Cảnh báo: số liệu đã dùng, đề nghị xem lại.

## report/feedback/standing

share-of-months-reported = Tỷ lệ tháng có báo cáo
share-reported-in-time = Tỷ lệ báo cáo đúng hạn
self-over-upper-score-points = Tự chấm cao hơn cấp trên chấm (điểm)
share-of-speakers = Tỷ lệ phát biểu
own-figure = Đơn vị
middle-of-all = Mức giữa các đơn vị
lowest-highest = Thấp nhất – cao nhất

## report/html

see-the-sheet-method = Cách tính, quy định và nguồn số liệu: trang “Phương pháp” của sổ Excel cùng thư mục.
picture-of-scores = Điểm chính thức theo khoảng 5 điểm. Dồn nhiều ở 100 hay ngay trên 90 là điều nên xem lại.
picture-of-attendance = Mỗi chấm một chi bộ; vạch là giới hạn mà ngẫu nhiên cho phép ở cỡ của chi bộ ấy (đậm 95%, nhạt 99,8%). Tam giác: thấp hơn giới hạn 99,8%.
picture-of-ranks = Chấm: thứ hạng; vạch: khoảng mà thứ hạng nằm trong với 90% khả năng. Khoảng trùng nhau thì chưa phân được hơn kém.
picture-of-visits = Việc của cấp ủy: số tháng có người dự trên số tháng phải có người dự.
no-cell-fits-the-filter = Không có chi bộ nào hợp với điều kiện lọc.
hardship-on-the-page = (địa bàn khó khăn)
find = Tìm
all-in-filter = tất cả
shown-in-filter = Đang hiện

## report/html/picture

distribution-of-scores = Phân bố điểm ({ $name })
cell-months = Lượt chi bộ-tháng
attendance-by-size-with-the-limits = Tỷ lệ dự theo số lượt phải dự, với giới hạn do ngẫu nhiên
the-last-ranks-with-their-intervals = Các chi bộ xếp cuối với khoảng thứ hạng
visits-from-above-by-committee = Tỷ lệ cấp trên dự theo đơn vị

## report/numbers

the-year = năm { $year }

## report/past

nothing-to-compare-with-the-inbox = Chưa so sánh được: hộp thư không có số liệu { $span }.
nothing-to-compare-with-no-month = Chưa so sánh được: tháng đầu năm không có tháng nào trước đó trong năm.

## report/sheets

overview = Tổng quan
the-month = Trong tháng
by-type = Theo loại hình
model-meetings = Sinh hoạt mẫu
self-against-upper = Tự chấm và cấp trên chấm
assignments = Phân công dự sinh hoạt
suggestion = Gợi ý theo tiêu chí sinh hoạt
score-distribution = Phân bố điểm
supervision-sheet = Theo dõi sinh hoạt
data-quality = Chất lượng số liệu
submissions = Biểu đã nhận
method = Phương pháp
shows-key-figures = Số liệu chính của kỳ
shows-each-cells-month = Số liệu từng chi bộ trong tháng
shows-cells-by-index = Thứ tự các chi bộ theo chỉ số
shows-figures-by-type = Số liệu gộp theo loại hình chi bộ
shows-figures-by-committee = Số liệu gộp theo đơn vị quản lý
shows-cells-that-need-support = Các chi bộ cần quan tâm, hỗ trợ và căn cứ
shows-proposed-hosts = Đề xuất chủ trì sinh hoạt mẫu và chi bộ được hỗ trợ
shows-self-against-upper = Tự chấm so với cấp trên chấm: chênh lệch, theo đơn vị và loại hình
shows-assignments = Dự sinh hoạt theo quý; phân công chưa dự; chi bộ chưa có người dự
shows-scores-to-review = Câu hỏi về điểm chấm, kèm tỷ lệ chung; không tính vào thứ hạng
shows-suggestion = Riêng tiêu chí sinh hoạt cho phép xét mức nào; không phải xếp loại
shows-cells-not-reported = Các chi bộ chưa có số liệu của tháng
shows-score-distribution = Phân bố điểm và mức chất lượng
shows-supervision = Cấp trên dự sinh hoạt: theo đơn vị, theo chức danh
shows-data-quality = Lỗi và điều cần kiểm tra trong các biểu đã gửi
shows-submissions = Kết quả tiếp nhận từng biểu
shows-method = Cách tính, quy định và ngưỡng áp dụng
committees = Đơn vị gửi biểu
sources = Nguồn số liệu
shows-committees = Từng đơn vị: đầy đủ, đúng hạn, chất lượng biểu, việc cần sửa
shows-sources = Chương trình, danh mục, quy tắc và từng tệp, kèm mã băm
by-month = Theo tháng
new-and-resolved-flags = Dấu hiệu mới và đã hết
shows-every-month = Tỷ lệ dự và điểm của từng tháng từ đầu năm
shows-flag-changes = Dấu hiệu mới, tiếp diễn, đã hết so với tháng trước; hỏi ai, hỏi gì
shows-year-changes = Số liệu, thứ hạng và dấu hiệu của từng chi bộ so với năm trước
chart-data = Số liệu biểu đồ
shows-charts = Diễn biến trong kỳ, cuối thứ tự, cấp trên dự, tỷ lệ dự so với nhóm
shows-chart-data = Các số mà biểu đồ được vẽ từ đó

## report/sheets/agreement

self-scores-against-upper-scores = Tự chấm so với cấp trên chấm
agreement-note = Chỉ tính các tháng có cả hai điểm. Chênh lệch = tự chấm − cấp trên chấm. Khoảng 95% coi mỗi chi bộ là một đơn vị độc lập, vì các tháng của một chi bộ do cùng những người chấm. Giới hạn tương hợp: 95% số tháng chênh lệch nằm trong khoảng này. Kappa so mức tự xếp với mức cấp trên xếp (1 = trùng hết, 0 = như ngẫu nhiên). Dòng tô vàng: khoảng của đơn vị không chứa bình quân các đơn vị khác; là điều nên trao đổi lại, không phải kết luận.
n-1-by-committee = 1. Theo đơn vị quản lý
n-2-by-cell-type = 2. Theo loại hình
committee-type = Đơn vị, loại hình
mean-gap = Chênh lệch bình quân
limits-of-agreement = Giới hạn tương hợp
mean-elsewhere = Bình quân nơi khác
kappa = Kappa
agreement-remark = Nhận xét
no-month-has-both-scores = Không tháng nào có cả hai điểm
self-scores-more-generous-than-elsewhere = tự chấm rộng hơn các nơi khác
self-scores-stricter-than-elsewhere = tự chấm chặt hơn các nơi khác
too-few-cells-to-compare = ít chi bộ, chưa so được

## report/sheets/by_month

each-cell-month-by-month = Số liệu từng tháng của từng chi bộ
by-month-note = Ô trống: tháng không họp, chưa báo cáo hoặc biểu không có số liệu. Đường diễn biến vẽ trên thang 50–100%; chỗ đứt là tháng không có số liệu.
month-of-number = Tháng { $number }
trend = Diễn biến

## report/sheets/charts/coverage

lowest-coverage-by-quarter = Cấp trên dự theo quý, { $shown } đơn vị thấp nhất (trên { $all }), { $span }
coverage-by-quarter = Cấp trên dự theo đơn vị và quý, { $span }
coverage-chart-note = Số tháng có người dự trên số tháng phải có người dự theo phân công. Đơn vị có tỷ lệ cả kỳ thấp nhất ở trên; không có thanh: quý đó không có người dự hoặc không phải dự.
coverage-of-all-committees = {" "}Đủ mọi đơn vị: trang “Phân công dự sinh hoạt”.
coverage-chart-told = Thanh ngang: tỷ lệ cấp trên dự theo quý của { $shown } trên { $all } đơn vị và của toàn bộ. Thấp nhất cả kỳ: { $name }, { $rate }.
quarter-not-over = { $name } (chưa hết quý)

## report/sheets/charts/data

numbers-of-the-charts = Số liệu của các biểu đồ
chart-data-note = Các biểu đồ ở trang “Biểu đồ” được vẽ từ các bảng dưới đây.

## report/sheets/charts/funnel

small-groups = các nhóm nhỏ
each-point-is-a-cell-against = Mỗi điểm là một chi bộ so với các chi bộ cùng nhóm. Đường liền: tỷ lệ dự chung của nhóm (nhóm nhỏ: của toàn bộ); đường gạch, đường chấm: giới hạn 95% và 99,8%, càng ít lượt phải dự càng rộng. Hình tròn: trong hoặc trên giới hạn, chưa thể nói là khác mức chung; hình thoi: dưới giới hạn 95%; hình tam giác, có ghi tên: dưới giới hạn 99,8%. Giới hạn nói về độ khác với nhóm, không phải về mức yêu cầu: chi bộ dưới mức yêu cầu vẫn có thể nằm trong giới hạn khi cả nhóm khác nhau nhiều.
smaller-groups-are-not-drawn = {" "}Không vẽ { $left_out } nhóm ít chi bộ hơn.
of-large-groups-some-within-the-limits-are-drawn = {" "}Nhóm đông: trong các chi bộ nằm trong giới hạn chỉ vẽ một phần.
attendance-cells = Tỷ lệ dự: { $name } ({ $cells } chi bộ)
funnel-attendance-by-member-meetings-due = Biểu đồ phễu: tỷ lệ dự theo tổng lượt phải dự, { $name }, { $cells } chi bộ; mức chung { $target }; { $below } chi bộ dưới giới hạn 95%, trong đó { $far } dưới 99,8%.
times-due = Lượt phải dự
position = Vị trí
attendance-of-each-cell = Tỷ lệ dự của từng chi bộ
common-rate = Tỷ lệ chung
n-95-lower = Giới hạn dưới 95%
n-95-upper = Giới hạn trên 95%
n-99-8-lower = Giới hạn dưới 99,8%
n-99-8-upper = Giới hạn trên 99,8%
limits-by-the-number-due = Giới hạn theo số lượt phải dự
within-or-above-the-limits = Trong hoặc trên giới hạn
under-the-95-limit = Dưới giới hạn 95%
under-the-99-8-limit = Dưới giới hạn 99,8%
n-95-limits = Giới hạn 95%
n-99-8-limits = Giới hạn 99,8%

## report/sheets/charts/ranks

ranks-chart-note = Với 90% khả năng, thứ hạng nằm trong thanh. Phần nhạt: từ cận dưới đến thứ hạng tính được; phần đậm: từ thứ hạng đến cận trên. Thanh dài: thứ hạng chưa chắc chắn; hai thanh chồng nhau: chưa phân được hơn kém. Dấu ●: { $support }.
ranks-chart-title = { $number } chi bộ ở cuối thứ tự, với khoảng thứ hạng (trên { $all } chi bộ)
rank-and-cell = Thứ hạng và chi bộ
lower-bound = Cận dưới của khoảng
upper-bound = Cận trên của khoảng
bar-start = Đầu thanh (cận dưới − 0,5)
bar-to-rank = Đến thứ hạng
bar-end = Đến cuối thanh (cận trên + 0,5)
ranks-chart-told = Thanh ngang: khoảng thứ hạng của { $number } chi bộ xếp cuối, chi bộ cuối cùng ở trên. Khoảng rộng nhất { $widest } bậc; cận dưới nhỏ nhất là hạng { $lowest } trên { $all }.
not-drawn = Phần không vẽ
lower-bound-to-rank = Từ cận dưới đến thứ hạng
rank-to-upper-bound = Từ thứ hạng đến cận trên

## report/sheets/charts/trend

attendance-percent = Tỷ lệ dự sinh hoạt (%)
visits-from-above-by-quarter = Cấp trên dự, theo quý (%)
trend-chart-note = Tỷ lệ dự: số có mặt trên số phải dự của mọi chi bộ trong tháng. Cấp trên dự: số tháng có người dự trên số tháng phải có người dự trong quý có tháng đó; quý chưa hết không vẽ. Điểm: bình quân điểm chính thức trong tháng.
month-by-month = Diễn biến theo tháng, { $span }
percent-or-points = % hoặc điểm (thang 100)
line-from-to = { $name } { $first } đến { $last }
trend-chart-told = Đường theo tháng, { $span }, từ tháng đầu đến tháng cuối có số liệu: { $told }.

## report/sheets/distribution

distribution-of-quality-scores = Phân bố điểm chất lượng sinh hoạt
scores-of-span = Điểm chấm { $span }
official-score-note = Điểm chính thức là điểm cấp trên chấm; tháng cấp trên không chấm thì lấy điểm tự chấm. Dồn nhiều ở 100, ở các số tròn 5 hoặc ngay trên 90 là điều nên xem lại.
cell-months-by-score = Số lượt chấm (chi bộ × tháng) theo khoảng điểm
score-bins = Khoảng điểm
distribution-of-official-scores = Phân bố điểm chính thức, { $span }
scored-months = Số lượt chấm
cell-months-by-grade = Số lượt chấm theo mức
grade = Mức
by-official-score = Theo điểm chính thức
official-scores-by-committee = Điểm chính thức theo đơn vị, { $span }
score-not-exceeded = Điểm mà tỷ lệ tháng sau đây không vượt quá
lowest = Thấp nhất
highest = Cao nhất
scores-chart-told = Biểu đồ cột: số lượt chấm theo khoảng điểm chính thức; nhiều nhất ở { $low }–{ $high } điểm, { $most } lượt.
shares-of-grades-by-cell-type = Tỷ lệ lượt chấm theo mức và loại hình chi bộ
parts-under-4-are-not-labelled = Phần dưới 4% không ghi số.
grades-by-cell-type = Cơ cấu mức chất lượng theo loại hình chi bộ, { $span }
grades-chart-told = Thanh ngang chồng: tỷ lệ lượt chấm Tốt, Khá, Trung bình, Kém của { $types } loại hình chi bộ và của toàn bộ; số liệu ở bảng ngay trên.
share-of-scored-months = Tỷ lệ lượt chấm

## report/sheets/duties

assignments-and-visits = Phân công và thực hiện dự sinh hoạt
assignments-note = Việc dự sinh hoạt là trách nhiệm của cấp ủy, không tính cho chi bộ. Chi bộ khó khăn xếp trước.
n-1-coverage-by-committee-and-quarter = 1. Tỷ lệ cấp trên dự theo đơn vị và quý
n-2-assignments-without-a-single-visit = 2. Phân công chưa dự lần nào
n-3-months-without-a-follower = 3. Chi bộ có tháng chưa phân công người dự
follower-role = Người dự (chức danh)
hardship = Khó khăn
months-assigned = Số tháng được phân công
which-months = Các tháng
whole-span = cả kỳ
quarter-as-title = Quý { $quarter }/{ $year }

## report/sheets/flag_changes

flags-that-are-new-continue-or = Dấu hiệu mới, tiếp diễn và đã hết
no-flag-then-or-now = Không có dấu hiệu nào, trước cũng như nay
flags-against-last-month = So với tháng trước: { $new } dấu hiệu mới, { $continuing } tiếp diễn, { $resolved } đã hết, { $unjudged } chưa xét được (trang “{ $sheet }”).
flag-changes-note = Mới: { $new }. Tiếp diễn: { $continuing }. Đã hết: { $resolved } (số liệu từ đầu năm không còn ở mức cảnh báo). Chưa xét được: { $unjudged } (không còn số liệu để xét). Chờ hết quý: { $pending } (cấp trên dự tính theo quý, quý chưa hết thì chưa nói được là mới hay đã hết). Căn cứ của dấu hiệu đã hết là căn cứ của kỳ trước.
state-of-flag = Tình trạng
flags-then = Trước
flags-now = Nay

## report/sheets/method

method-and-rules-in-force = Phương pháp tính và quy định áp dụng
applied-to-the-figures-of = Áp dụng cho số liệu { $span }
map-note = Số liệu các tháng trước được dồn về tổ chức hiện nay: số lượt được cộng, tỷ lệ tính lại từ tổng; điểm, mức, thời lượng của các chi bộ đã nhập một chỉ giữ khi các chi bộ ghi như nhau, không lấy bình quân. Chi bộ bàn giao giữa tháng lấy theo báo cáo của chi bộ kế thừa.
map-counts = Theo tổ chức hiện nay có { $merged } lượt chi bộ-tháng được gộp; { $silent } lượt thiếu báo cáo của chi bộ cũ, { $left_out } có số liệu không gộp được (bảng map_notes ghi từng tháng).
method-figure = Số liệu
formula-rule = Cách tính, quy định
n-1-formulas = 1. Cách tính
formula-attendance = Tổng lượt có mặt / tổng lượt phải dự của các tháng có họp. Phải dự: theo biểu, nếu biểu không ghi thì bằng tổng số đảng viên trừ miễn sinh hoạt, làm nhiệm vụ đặc biệt, sinh hoạt tạm thời nơi khác.
formula-interval = Khoảng tin cậy Wilson của tỷ lệ dự. Cách tính coi các lượt dự là độc lập với nhau, thực tế không hẳn như vậy (vắng thường lặp lại ở một số đảng viên), nên khoảng thật rộng hơn.
formula-official-score = Điểm cấp trên chấm; tháng cấp trên không chấm thì lấy điểm tự chấm.
thematic-meetings = Sinh hoạt chuyên đề
formula-thematic = Số quý có sinh hoạt chuyên đề / số quý phải có, ở các chi bộ có biểu ghi sinh hoạt chuyên đề.
formula-visits = Số tháng có người dự / số tháng phải có người dự, tính theo quý và theo phân công trong danh mục.
formula-speaking = Tổng số đảng viên phát biểu / tổng số có mặt của các tháng có ghi số phát biểu.
n-2-dated-rules = 2. Quy định theo thời gian
dated-rules-note = Một quy định áp dụng cho tháng nào nếu có hiệu lực chậm nhất vào ngày đầu tháng đó.
from-month = từ tháng { $since }: { $text }
grades = Mức theo điểm
rubric = Bảng điểm
rubric-of-nobody-here = chỉ cho { $scope }, không có trong danh mục
rubric-graded-nothing = không xếp mức tháng nào của kỳ này
rubric-graded = xếp mức { $months } lượt chi bộ-tháng
rubric-trap = Văn bản có chỗ hở, chỗ trùng: { $what } ({ $kind }).
since-day = , từ { $day }
rubric-scope = Cho { $scope }{ $since }.
rubric-gate = Mức { $grade } cần đủ điểm về: { $groups }; thiếu thì xếp { $otherwise }.
rubric-rescaled = Tháng không có chuyên đề xét mức trên số điểm có thể đạt.
grade-limits = Tốt từ { $good } điểm, Khá từ { $fair }, Trung bình từ { $average }, Kém dưới { $average }
n-3-flags-and-thresholds = 3. Dấu hiệu và ngưỡng
flags-note = Chi bộ cần quan tâm, hỗ trợ: có dấu hiệu đỏ, hoặc từ { $ambers } dấu hiệu vàng, trong các dấu hiệu có tính. Dấu hiệu đỏ phải đạt cả điều kiện vàng; dấu hiệu về dự họp, vắng không lý do, thời lượng, phát biểu chỉ đỏ khi có từ { $held } tháng họp.
counts-for-support = Có tính
flags-not-judged = Kỳ này không xét được vì các biểu không có số liệu: { $silent }.
n-4-index-and-ranking = 4. Chỉ số và xếp thứ tự
index-note = Chỉ số = tổng (trọng số × điểm thành phần) / tổng trọng số của các thành phần chi bộ có số liệu. Điểm thành phần theo mốc cố định, nên điểm của một chi bộ không phụ thuộc chi bộ khác. Tỷ lệ cấp trên dự không tính vào chỉ số.
component = Thành phần
weight = Trọng số
n-0-at = Mốc 0 điểm
n-100-at = Mốc 100 điểm
made-of = Tính từ
ranked-if = Được xếp thứ tự: tỷ lệ báo cáo từ { $reporting }; có điểm từ { $scored } tháng và từ { $half } số tháng họp; trọng số có số liệu từ { $weight }; có số phải dự. Chi bộ còn lại ghi “chưa đủ số liệu” kèm lý do.
ranking-has-no-formulas = Trang “Xếp thứ tự” có quá nhiều chi bộ nên ghi chỉ số, thứ hạng là giá trị: đổi trọng số ở đây không tính lại.
ranking-has-formulas = Chỉ số và thứ hạng chung ở trang “Xếp thứ tự” của sổ cả năm là công thức: đổi trọng số ở đây thì tính lại ngay. Các thứ hạng khác ở trang đó giữ nguyên.
leaning-on-the-group = ; số liệu ít được kéo về bình quân nhóm so sánh (nhóm dưới { $least } chi bộ: về toàn bộ)
rank-interval-note = Khoảng thứ hạng: phân vị { $low } và { $high } qua { $draws } lần rút (số gốc { $seed }), nới ra cho chứa cả thứ hạng tính được. Mỗi lần rút lại trọng số theo phân phối Dirichlet({ $concentration } × trọng số), tỷ lệ theo phân phối beta với { $effect } lượt dự họp tính như một lượt độc lập, điểm bình quân theo phân phối t với độ dao động lấy thêm từ nhóm so sánh, nặng bằng { $months } tháng{ $peers }.
made-of-official-score = điểm chính thức trung bình
made-of-attendance = tỷ lệ dự sinh hoạt
made-of-cadence = số tháng có họp / số tháng có báo cáo
made-of-thematic = số quý có chuyên đề / số quý phải có
made-of-plan = có kế hoạch chuyên đề năm (nơi có thu kế hoạch)
n-5-limits = 5. Giới hạn của số liệu
limit-own-figures = Số liệu do đơn vị tự báo cáo. Dấu hiệu về chấm điểm (tự chấm cao, điểm không đổi, điểm mâu thuẫn) là câu hỏi cần xem lại, không tính vào chỉ số và không làm chi bộ thuộc diện cần hỗ trợ.
limit-committees-matter = Chưa báo cáo và cấp trên dự chưa đủ là việc của cấp ủy quản lý, không tính cho chi bộ.
limit-empty-cells = Ô trống trong bảng nghĩa là không có số liệu, không phải số 0.

## report/sheets/models

model-meetings-title = Sinh hoạt mẫu: đề xuất chủ trì và chi bộ được hỗ trợ
model-meetings-note = Đề xuất để cấp ủy lựa chọn. Chi bộ chủ trì: trong số chi bộ của đơn vị không thuộc diện cần hỗ trợ, điểm số không có điều cần hỏi lại, được cấp trên chấm đủ số tháng, chọn theo cận trên (thứ hạng kém nhất) của khoảng thứ hạng, nhỏ nhất trước, theo hạn mức mỗi đơn vị; đơn vị nhỏ thì chi bộ tốt nhất chưa hẳn ở gần đầu bảng chung. Chi bộ được hỗ trợ đi dự ở chi bộ cùng loại hình nếu có, trước hết trong cùng đơn vị; cột “Dự tại” ghi rõ chỗ khác loại hình.
n-1-proposed-hosts = 1. Chi bộ đề xuất chủ trì
n-2-cells-to-support = 2. Chi bộ được hỗ trợ và nơi dự
kind-of-meeting = Loại buổi
months-scored-from-above = Tháng cấp trên chấm
cells-that-come = { $guests } chi bộ đến dự
no-cell-meets-the-conditions = Không có chi bộ nào đủ điều kiện
reasons-focus = Lý do; trọng tâm
goes-to = Dự tại
regular-in-text = thường kỳ
thematic-in-text = chuyên đề
of-another-type = ; khác loại hình
no-fitting-host = chưa có chi bộ chủ trì cùng loại hình hoặc cùng đơn vị

## report/sheets/month_cells

each-cells-meeting = Sinh hoạt của từng chi bộ
no-cell-in-this-month = Không có chi bộ nào trong tháng
month-note = Tô vàng: không họp, hoặc thời lượng dưới mức quy định. Điểm chính thức: điểm cấp trên chấm, nếu không có thì điểm tự chấm. Ô trống: biểu không có số liệu.
month-note-minimum = {" "}Thời lượng tối thiểu: { $minutes } phút.
absent = Vắng
minutes = Thời lượng (phút)
state-of-meeting = Tình hình
held-on = Ngày họp
excused = Có lý do
unexcused = Không lý do
meeting = Buổi họp
minimum-column = Quy định
speakers = Phát biểu
visited = Cấp trên dự
grade-by-points = Mức theo điểm
unclear = Chưa rõ
none-in-brackets = (không có)
cells-by-grade = Số chi bộ theo mức điểm
reports-expected = Phải báo cáo
thematic-held = Có chuyên đề
need-support-year-to-date = Cần quan tâm, hỗ trợ (từ đầu năm)
attendance-trend = Diễn biến tỷ lệ dự
month-note-trend = {" "}Diễn biến tỷ lệ dự: các tháng từ đầu năm, thang 50–100%; số liệu ở trang “Theo tháng”. Khi sắp xếp lại bảng này, cột diễn biến không đi theo: hãy sắp xếp ở trang “Theo tháng”.
reporting = Nộp báo cáo
first-report = Báo cáo đầu tiên
against-the-deadline = So với hạn

## report/sheets/month_overview

monthly-summary = Báo cáo tổng hợp tháng
n-2-figures-of = 2. Số liệu { $name }
n-3-year-to-date = 3. Từ đầu năm ({ $span })
n-4-cells-that-need-support = 4. { $weak } chi bộ cần quan tâm, hỗ trợ tính từ đầu năm (trên tổng số chi bộ)
no-data-yet = chưa có số liệu
month-attendance-and-score = Tỷ lệ đảng viên dự sinh hoạt đạt { $rate } (yêu cầu { $target }); điểm chất lượng trung bình: { $score }.
year-to-date-need-support = Tính từ đầu năm, { $weak } chi bộ cần quan tâm, hỗ trợ.
all-reported-and-met = Tất cả các chi bộ đã báo cáo và đã họp.
reported-missing-not-held = { $reported }/{ $cells } chi bộ đã báo cáo; { $missing } chi bộ chưa báo cáo; { $not_held } chi bộ báo không họp.
cells-in-text = chi bộ
active-in-the-month = đang hoạt động trong tháng
reporting-cells = chi bộ đã báo cáo
members-or-those-due = biểu không ghi thì lấy số phải dự
members-in-text = đảng viên
thematic-meetings-held = Có sinh hoạt chuyên đề
cells-whose-sheets-say = chi bộ có biểu ghi
visited-from-above = Có cấp trên dự
scores-from-above = điểm do cấp trên chấm
member-meetings = lượt đảng viên

## report/sheets/month_reports

sheets-give-no-date = biểu không ghi ngày
days-late = chậm { $days } ngày
in-time-cells-late = đúng hạn; { $late } chi bộ sau hạn
in-time-in-text = đúng hạn

## report/sheets/not_reported

cells-that-have-not-reported = Chi bộ chưa báo cáo
cells-without-figures = { $number }/{ $all } chi bộ chưa có số liệu của tháng.
months-missing-this-year = Số tháng chưa báo cáo từ đầu năm
reason = Lý do
every-cell-has-reported = Tất cả các chi bộ đã báo cáo
its-row-was-rejected = dòng của chi bộ bị loại: { $meaning }
sheet-without-the-cell = đơn vị đã gửi biểu nhưng không có chi bộ này
no-sheet-from-the-committee = đơn vị chưa gửi biểu của tháng

## report/sheets/overview

value = Giá trị
consists-of = Gồm có
grade-by-score = Mức chất lượng theo điểm
scored-cell-months = Số lượt chấm (chi bộ × tháng)
share = Tỷ lệ
base-cells-in-brackets = {" "}(chi bộ cơ sở)
overview-rank-interval = {" "}Khoảng thứ hạng: với 90% khả năng, thứ hạng nằm trong khoảng này; khoảng rộng nghĩa là thứ tự chưa chắc chắn.
reading-in-short = Trong hộp thư đã đọc { $read } biểu, { $refused } biểu không dùng được; { $rejected }/{ $rows } dòng bị loại; số lỗi cần đơn vị sửa: { $errors } (trang “{ $quality }” của sổ làm việc).
reading-without-fault = Trong hộp thư đã đọc { $read } biểu, { $rows } dòng; không biểu nào, dòng nào bị loại.
sheets-of-this-report = Các trang của báo cáo
marked-cells-need-support = Chi bộ có dấu ● thuộc diện cần quan tâm, hỗ trợ.
how-to-read-this-report = Cách đọc
how-to-read-ranks = Bên cạnh thứ hạng là khoảng thứ hạng: hai chi bộ có khoảng chồng nhau thì chưa phân được hơn kém.
how-to-read-flags = Chi bộ có một dấu hiệu đỏ hoặc từ { $ambers } dấu hiệu vàng thì cần quan tâm, hỗ trợ; căn cứ ghi cạnh từng dấu hiệu.
how-to-read-empty-cells = Ô trống nghĩa là biểu không có số liệu, không phải số 0.
how-to-trace-numbers = Mỗi con số tra lại được đến tệp, trang, ô: chibo explain MÃ --period { $period }.

## report/sheets/pooled

hardship-area = Địa bàn khó khăn
secretary-with-a-village-office = Bí thư kiêm nhiệm
figures-by-cell-type = Số liệu theo loại hình chi bộ
pooled-note = Tỷ lệ tính trên tổng số (cộng rồi chia), không lấy bình quân các tỷ lệ. Chuyên đề chỉ tính các chi bộ có biểu ghi sinh hoạt chuyên đề. Ô trống: không có số liệu.
months-by-grade = Số tháng theo mức
quarters-expected = Số quý có
mean = Trung bình
sheets-silent-on = Biểu không có số liệu về

## report/sheets/provenance

what-this-report-was-made-of = Nguồn số liệu của báo cáo
hash-note = Mã băm SHA-256 cho biết tệp có còn đúng như khi chạy hay không; cùng tệp, cùng danh mục, cùng quy tắc, cùng tùy chọn và chương trình thì ra đúng báo cáo này.
name-as-title = Tên
sha-256 = Mã băm SHA-256
n-1-program = 1. Chương trình và tùy chọn
version = Phiên bản, giá trị
n-2-register-and-rules = 2. Danh mục và quy tắc
source-of-rule = Nguồn
register = Danh mục
the-committees-own = của Ban, thay bản có sẵn
built-in = có sẵn
n-3-files-of-the-inbox = 3. { $number } tệp trong hộp thư
readable = Đọc được

## report/sheets/quality

data-quality-of-the-submitted-sheets = Chất lượng số liệu của mọi biểu trong hộp thư
quality-note = Lỗi: dòng bị loại khỏi tổng hợp, đề nghị đơn vị sửa và gửi lại. Cảnh báo: số liệu vẫn dùng, cần xem lại. Thông tin: cách viết khác thường đã được hiểu, cột ngoài biểu mẫu, tệp gửi trùng; đơn vị không phải sửa.
n-1-errors-for-the-units-to = 1. Lỗi cần đơn vị sửa và gửi lại
n-2-warnings-to-look-at = 2. Cảnh báo cần xem lại
doubt = Điều cần xem lại
party-cell = Chi bộ
n-3-information-by-kind = 3. Thông tin, theo loại
what = Nội dung
number = Số lượng
code = Mã
examples = Ví dụ
n-4-totals = 4. Tổng hợp việc đọc biểu
sheets-read = Biểu đã đọc (mỗi trang tính là một biểu)
rows-read = Dòng chi bộ đã đọc
of-which-accepted = – được nhận
of-which-rejected = – bị loại
filled-cells-read = Ô có dữ liệu đã đọc
of-which-used = – dùng nguyên
of-which-repaired = – dùng sau khi hiểu cách viết
of-which-layout = – tiêu đề, số thứ tự, dòng tổng

## report/sheets/ranking

cells-ranked-by-index = Xếp thứ tự các chi bộ theo chỉ số tổng hợp
not-enough-data-to-be-ranked = Chưa đủ số liệu để xếp thứ tự ({ $number } chi bộ)
rank-among-all = Chung
ranking-note = Chỉ số và điểm thành phần tính trên thang 0–100; cách tính ở trang “Phương pháp”, đổi trọng số ở đó thì chỉ số và thứ hạng chung tự tính lại (các thứ hạng khác và khoảng thì không). Thứ tự để tham khảo, không phải kết quả xếp loại.
ranking-note-interval = {" "}Khoảng thứ hạng: thứ hạng nằm trong khoảng này với 90% khả năng (khoảng luôn chứa thứ hạng tính được); hai chi bộ có khoảng trùng nhau thì chưa phân được hơn kém.
upper-scored-group = Cấp trên chấm
rank-among-peers = Cùng loại hình
ranked-attendance = Tỷ lệ dự
months-held-and-due = Tháng họp / phải họp
components-0-100 = Điểm thành phần (0–100)
never-scored-from-above = chưa có cấp trên chấm

## report/sheets/review

review-note = Danh sách câu hỏi để trao đổi với đơn vị; không tính vào chỉ số, không là dấu hiệu cần hỗ trợ, không ảnh hưởng thứ hạng. “Tỷ lệ chung” là tỷ lệ của mọi chi bộ; xác suất cho biết riêng ngẫu nhiên thì bao nhiêu lần trong 100 cũng nhiều như vậy. Danh sách dài thì vài dòng chỉ do ngẫu nhiên.
review-of-all = Toàn bộ
review-by-cell = Theo chi bộ
whose-scores = Điểm của
times-found = Số lần
out-of = Trên
base-rate = Tỷ lệ chung
probability-by-chance = Xác suất ngẫu nhiên

## report/sheets/senders

committees-complete-in-time-to-mend = Đơn vị gửi biểu: đầy đủ, đúng hạn, cần sửa
in-time-reports-by-the-deadline = Đúng hạn: số lượt báo cáo trong hạn trên số lượt phải báo cáo, theo ngày của biểu đầu tiên có dòng được nhận. Lỗi làm dòng bị loại; điều cần xem không làm mất số liệu.
monthly-reports-as-title = Báo cáo tháng
sheets = Biểu
rows = Dòng
filled-cells = Ô có dữ liệu
for-the-committee = Việc của đơn vị
reports-due = Phải có
reports-there = Đã có
in-time = Đúng hạn
received = Đã nhận
not-usable = Không dùng được
other-or-unknown-senders = Đơn vị khác hoặc không rõ đơn vị
sent-again = Gửi lại, trùng
read-as-total = Đã đọc
rejected-as-total = Bị loại
errors-to-mend = Lỗi phải sửa
doubts = Điều cần xem

## report/sheets/submissions

what-became-of-the-submitted-sheets = Kết quả tiếp nhận các biểu
submissions-note = Mỗi dòng là một trang tính trong một tệp đã gửi. Mọi ô có dữ liệu đều được tính: dùng nguyên, dùng sau khi hiểu cách viết, bị loại, hoặc là ô trình bày (tiêu đề, số thứ tự, dòng tổng).
nothing-was-received = Chưa nhận được biểu nào
rows-of-cells = Số dòng chi bộ
number-of-filled-cells = Số ô có dữ liệu
dated = Ngày báo cáo
revision = Lần sửa
outcome = Kết quả
read-as-column = Đọc
accepted-as-column = Nhận
rejected-as-column = Loại
used-as-column = Dùng nguyên
layout = Trình bày

## report/sheets/suggestion

suggestion-title = Gợi ý theo tiêu chí sinh hoạt
grade-of-the-year = Mức sinh hoạt cả năm
this-criterion-would-allow = Tiêu chí này cho phép xét
missing-data = Thiếu số liệu
neither-grade = không mức nào
httnv-or-better = Từ HTTNV trở lên
httnv = HTTNV
most-htxsnv = HTXSNV tối đa
htxsnv-proposed = HTXSNV đề nghị
over-the-cap = Vượt

## report/sheets/supervision

supervision-of-cell-meetings = Cấp trên theo dõi, dự sinh hoạt chi bộ
supervision-note = Tỷ lệ = số tháng có người dự / số tháng phải có người dự theo phân công. Không có thông tin thì tính là không dự. Tỷ lệ này nói về cấp trên, không tính vào chỉ số của chi bộ. Có { $needless } chi bộ không cần người dự vì bí thư là cấp ủy viên cấp trên.
n-1-by-unit = 1. Theo đơn vị
coverage-by-level-note = Tỷ lệ theo cấp dự chỉ nêu ở nơi ít nhất { $least } lượt dự ghi rõ cấp.
visits-of-unknown-level = Lượt dự không rõ cấp
coverage-by-level = Tỷ lệ theo cấp dự
cells-visited = Chi bộ đã có người dự
required = Phải dự
attended = Đã dự
coverage = Tỷ lệ
level-upper = Cấp trên
level-committee = Đảng ủy cơ sở
level-assisting = Đơn vị giúp đỡ
cells-unassigned = Chi bộ chưa phân công
n-2-by-role-of-the-follower = 2. Theo chức danh người được phân công
the-register-assigns-nobody = Danh mục không có phân công người dự.
visits-by-role-note = Biểu ghi có cấp trên dự nhưng ít khi ghi rõ ai dự, nên một buổi có người dự được tính cho mọi chức danh được phân công ở chi bộ đó.
units-followed = Đơn vị có chi bộ được theo dõi
role = Chức danh
n-3-cells-never-visited = 3. Chi bộ chưa có cấp trên dự lần nào
months-with-assignment = Tháng có phân công
nobody-assigned = chưa phân công người dự

## report/sheets/support

support-title = Chi bộ cần quan tâm, hỗ trợ
support-note = Chi bộ có ít nhất một dấu hiệu đỏ hoặc từ { $ambers } dấu hiệu vàng trở lên; xếp theo số dấu hiệu đỏ, rồi số dấu hiệu vàng, rồi thứ hạng thấp hơn đứng trước. Danh sách để cấp ủy xem xét, lựa chọn hỗ trợ; không phải kết quả xếp loại.
to-see-a-meeting = Dự buổi { $kind } của { $host }
proposed-support = Hỗ trợ đề xuất
hardship-on-a-new-line =
    {""}
    (địa bàn khó khăn)

## report/sheets/thresholds

threshold-months-not-held = tháng không họp
threshold-quarters-without = quý không có sinh hoạt chuyên đề
threshold-median-score = điểm trung vị
threshold-no-plan = không có kế hoạch chuyên đề năm, ở nơi có thu kế hoạch
threshold-months-not-reported = tháng chưa báo cáo
coverage-in-text = tỷ lệ cấp trên dự
threshold-no-assignment = không tháng nào có phân công người dự
threshold-contradictions = tháng có điểm một tiêu chí trái với số liệu
threshold-same-score = cùng một điểm tự chấm trong { $months } tháng họp liền nhau trở lên
at-least-so-many = từ { $number } { $what }
under-limit = { $what } dưới { $limit }
attendance-under = tỷ lệ dự dưới { $target }
attendance-surely-under = cả cận trên khoảng 95% cũng dưới { $target }, và bình quân mỗi tháng họp vắng trên { $absent } đảng viên
unexcused-over = vắng không lý do trên { $amber } lượt phải dự và từ { $least } lượt
unexcused-surely-over = trên { $red }, và cận dưới khoảng 95% trên { $low }
too-short-over = trên { $limit } số buổi ngắn hơn quy định
where-durations-are-stated = {" "}(khi có từ { $stated } buổi ghi thời lượng)
falling-by = bình quân 3 tháng cuối thấp hơn 3 tháng trước từ { $amber } điểm, và mức giảm lớn hơn { $errors } lần sai số chuẩn
falling-by-more = từ { $red } điểm, cùng điều kiện
self-over-upper-by = tự chấm cao hơn cấp trên chấm bình quân từ { $limit } điểm
where-both-scores-are = {" "}(khi có từ { $months } tháng đủ hai điểm)
in-force-from = từ ngày { $day }
in-force-before = trước ngày { $next }
in-force-always = từ trước đến nay
in-force-now = {" "}(đang áp dụng cho tháng cuối của kỳ)
attendance-target = Yêu cầu về tỷ lệ dự
minutes-required = { $minutes } phút; gộp thường kỳ và chuyên đề: { $combined } phút
minimum-duration = Thời lượng tối thiểu

## report/sheets/year_changes

n-1-the-whole = 1. Toàn bộ
n-2-cell-by-cell = 2. Từng chi bộ
year-changes-note = Chỉ tỷ lệ dự và thứ hạng được xét: thay đổi là rõ khi hai khoảng không trùng nhau (khoảng 95% của tỷ lệ dự, { $effect } lượt dự tính bằng một lượt độc lập; khoảng 90% của thứ hạng, tính cả theo số chi bộ được xếp mỗi năm); nếu trùng thì chưa đủ căn cứ để nói là có thay đổi. Chênh lệch của tỷ lệ tính bằng điểm phần trăm. Chi bộ có thay đổi rõ đứng trước.
change = Chênh lệch
months-held-rate = Tỷ lệ tháng có họp, trong các tháng có báo cáo
clear-change = Thay đổi rõ
new-cells = Chi bộ mới, năm trước không có ({ $number_new })
gone-cells = Chi bộ năm nay không còn ({ $number_gone })
attendance-up = tỷ lệ dự tăng
attendance-down = tỷ lệ dự giảm
rank-up = thứ hạng lên
rank-down = thứ hạng xuống
within-chance = chưa đủ căn cứ
support-new = mới
support-still = tiếp tục
support-no-more = không còn
attendance-a-year-before = tỷ lệ dự { $now } (cùng kỳ năm trước { $then })
mean-score-a-year-before = điểm trung bình { $now } (cùng kỳ năm trước { $then })
against-last-year = So với { $span }: { $told }.
support-against-last-year = Trong các chi bộ có cả hai năm: { $new } chi bộ mới thuộc diện cần quan tâm, hỗ trợ, { $still } tiếp tục, { $no_more } không còn, { $open } chưa xét được vì thiếu số liệu.
ranks-against-last-year = Thứ hạng lên rõ: { $up } chi bộ, xuống rõ: { $down }; { $within } chi bộ chưa đủ căn cứ để nói là thay đổi.

## report/sheets/year_overview

summary-report = Báo cáo tổng hợp
n-2-key-figures = 2. Số liệu chính
n-3-cells-that-need-support = 3. { $weak } chi bộ cần quan tâm, hỗ trợ, theo đơn vị (trên tổng số chi bộ)
n-4-cells-ranked-last = 4. Năm chi bộ ở cuối thứ tự
all-cells-ranked = Xếp thứ tự được cả { $ranked } chi bộ.
cells-ranked-and-not = Xếp thứ tự được { $ranked } chi bộ; { $unranked } chi bộ chưa đủ số liệu để xếp.
no-cell-needs-support = Không có chi bộ cần quan tâm, hỗ trợ.
cells-needing-support = Có { $number } chi bộ cần quan tâm, hỗ trợ, trong đó { $red } chi bộ có dấu hiệu đỏ; gặp nhiều nhất: { $main }.
base-attached = { $base } chi bộ cơ sở, { $attached } chi bộ trực thuộc
member-meetings-target = lượt đảng viên; yêu cầu { $target }
latest-reported = theo báo cáo gần nhất
cells-reporting = Chi bộ có báo cáo
monthly-meetings-held = Buổi sinh hoạt thường kỳ đã họp
meetings-due-and-missing = trên { $due } buổi; { $not_held } không họp, { $missing } chưa báo cáo
cell-quarters = lượt quý
sheets-silent = ; { $silent } chi bộ biểu không ghi
quarters-with-thematic = Quý có sinh hoạt chuyên đề
scored-from-above = lượt do cấp trên chấm
score-range = từ { $low } đến { $high }; { $scored }
share-and-red = { $rate } số chi bộ; { $red } chi bộ có dấu hiệu đỏ
attendance-missing-target = Tỷ lệ đảng viên dự sinh hoạt bình quân { $percent }, chưa đạt yêu cầu { $target_text }; { $below } chi bộ dưới { $target_text }.
attendance-meeting-target = Tỷ lệ đảng viên dự sinh hoạt bình quân { $percent }, đạt yêu cầu { $target_text }; { $below } chi bộ dưới { $target_text }.

## report/wording

low-attendance = Tỷ lệ dự sinh hoạt thấp
unexcused-absences = Vắng không lý do
months-without-a-meeting = Có tháng không họp
thematic-meetings-missing = Thiếu sinh hoạt chuyên đề
meetings-too-short = Thời lượng chưa đủ
few-speakers = Ít ý kiến phát biểu
low-scores = Điểm chất lượng thấp
falling-scores = Điểm chất lượng giảm
no-thematic-plan = Chưa có kế hoạch chuyên đề
months-not-reported = Tháng chưa báo cáo
too-few-visits-from-above = Cấp trên dự chưa đủ
nobody-assigned-to-attend = Chưa phân công người dự
self-score-over-upper-score = Tự chấm cao hơn cấp trên chấm
constant-self-score = Điểm tự chấm không đổi
points-contradict-the-facts = Điểm mâu thuẫn với số liệu
component-quality = Chất lượng
component-attendance = Dự họp
component-cadence = Đều kỳ
component-speaking = Phát biểu
component-plan = Kế hoạch
sheet-accepted = Nhận đủ
sheet-partly-accepted = Nhận một phần
sheet-not-accepted = Không nhận
sheet-superseded = Đã có bản thay thế
sheet-unrecognised = Không nhận ra
sheet-duplicate = Trùng tệp đã nhận
warning = Cảnh báo
information = Thông tin
superior = Cấp trên
grassroots-committee = Đảng ủy cơ sở
section-committee = Đảng ủy bộ phận
base-cell = Chi bộ cơ sở
attached-cell = Chi bộ trực thuộc
hardship-in-text = khó khăn
no-hardship = không khó khăn
secretary-concurrent = kiêm nhiệm
secretary-not-concurrent = không kiêm nhiệm
report-classifies-nobody = Báo cáo đề xuất và xếp thứ tự để tham khảo, không xếp loại; đánh giá và quyết định thuộc cấp ủy có thẩm quyền.
flag-new = Mới
flag-continuing = Tiếp diễn
flag-resolved = Đã hết
flag-not-judged = Chưa xét được
waiting-for-the-quarter = Chờ hết quý
ask-who-is-absent = Chi ủy: những đảng viên nào vắng nhiều lần, vì sao (đi làm xa, trực ca, sức khỏe); giờ họp đã phù hợp chưa?
ask-about-unexcused = Chi ủy: đã nhắc nhở đảng viên vắng không lý do chưa; lý do có được ghi đúng không?
ask-why-not-held = Bí thư chi bộ: vì sao không họp; đã họp bù chưa?
ask-about-missing-thematic = Bí thư chi bộ: quý còn thiếu đã sinh hoạt chuyên đề mà chưa báo cáo, hay chưa làm; quý tới làm chuyên đề gì?
ask-about-preparation = Bí thư chi bộ: nội dung chuẩn bị thế nào; có họp ghép với cuộc họp khác không?
ask-about-speakers = Bí thư chi bộ: tài liệu có gửi trước, có gợi ý thảo luận không; ai chưa phát biểu, vì sao?
ask-which-criteria = Chi ủy: mất điểm ở tiêu chí nào; cần cấp trên hỗ trợ gì?
ask-what-changed = Chi ủy: ba buổi gần đây có gì thay đổi; giảm điểm ở tiêu chí nào?
ask-about-plan = Chi ủy: đã lập và trình duyệt kế hoạch chuyên đề của năm chưa?
ask-about-report = Cấp ủy cấp trên: biểu đã gửi chưa; khi nào gửi bổ sung?
ask-about-visits = Cấp ủy cấp trên: người được phân công đã dự mà chưa ghi, hay chưa dự?
ask-when-assigned = Cấp ủy cấp trên: khi nào phân công cấp ủy viên theo dõi?
ask-why-scores-differ = Chi ủy và người chấm: chênh lệch ở tiêu chí nào; mỗi bên căn cứ vào đâu?
ask-how-it-is-scored = Chi ủy: chấm theo từng tiêu chí của buổi họp, hay lấy lại điểm tháng trước?
ask-what-points-rest-on = Chi ủy: điểm tiêu chí căn cứ vào đâu khi số liệu nói khác; số liệu hay điểm ghi nhầm?

## rollup

query-fails = câu lệnh không chạy được: { $error }. Sửa tệp này, hoặc xóa để dùng bản có sẵn.
result-does-not-fit = kết quả không đúng các cột của bảng: { $what }.

## rules

rules-not-found = Không tìm thấy thư mục quy tắc { $shown }. Kiểm tra lại --pipelines.
not-utf-8 = không phải văn bản UTF-8. Lưu lại tệp bằng mã UTF-8.

## rules/checking

rule-mistake-with-nearest = { $what }. Có phải `{ $near }`? Sửa trong tệp này rồi chạy lại.
rule-mistake = { $what }. Sửa trong tệp này rồi chạy lại.

## rules/rubric/traps

in-no-band = không thuộc khoảng nào
in-two-bands = thuộc hai khoảng
does-not-add-up = tổng không khớp
most-without-thematic = điểm cao nhất của tháng không có chuyên đề

## run

output-in-inbox = Thư mục kết quả { $out } nằm trong hộp thư. Chọn nơi khác bằng --out.
no-unit-with-active-cells = Không có đơn vị{ $unit } nào có chi bộ hoạt động trong tháng { $period } theo danh mục.
no-blank-form-in-the-way = { $path } đã có và khác biểu trống; không ghi đè. Chọn thư mục khác bằng --out.

## shared

error = Lỗi
yes = có
no = không
index = Chỉ số
self-in-text = tự chấm
upper-in-text = cấp trên chấm
good = Tốt
fair = Khá
average = Trung bình
poor = Kém
rank = Thứ hạng
row-number = TT
cell = Chi bộ
type = Loại hình
members = Đảng viên
attendance = Tỷ lệ dự
mean-score = Điểm trung bình
rank-in-unit = Trong đơn vị
severity = Mức độ
matter = Nội dung
evidence = Căn cứ
file = Tệp
sheet = Trang tính
sheet-cell = Ô
as-written = Nguyên văn
how-to-mend-it = Cách khắc phục
none = Không có
attendance-rate = Tỷ lệ dự sinh hoạt
figure = Chỉ tiêu
quality-of-cell-meetings = Chất lượng sinh hoạt chi bộ { $span }
ranking = Xếp thứ tự
no-cells = Không có chi bộ nào
interval = Khoảng
committee = Đơn vị quản lý
flags = Dấu hiệu
committee-short = Đơn vị
unranked = chưa xếp
score = Điểm
figures-of = Số liệu { $span }
all-cells = Toàn bộ
number-of-cells = Số chi bộ
number-of-months = Số tháng
n-95-interval = Khoảng 95%
median = Trung vị
speaking = Tỷ lệ phát biểu
amber = Vàng
red = Đỏ
speaking-in-text = tỷ lệ phát biểu
by-committee = Theo đơn vị
scores-to-review = Điểm chấm cần xem lại
not-reported = Chưa báo cáo
by-the-figures-of = Theo số liệu { $span }
remark = Ghi chú
attending = Dự sinh hoạt
present = Có mặt
due = Phải dự
rate = Tỷ lệ
thematic = Chuyên đề
self-as-title = Tự chấm
official = Chính thức
figures-by-committee = Số liệu theo đơn vị quản lý
reported = Đã báo cáo
held = Đã họp
not-held = Không họp
n-1-in-short = 1. Nhận xét chung
cells-as-title = Chi bộ
visits-to-meetings = Cấp trên dự sinh hoạt
required-visits = lượt phải có cấp trên dự
reporting-rate = Tỷ lệ báo cáo
monthly-reports-in-text = lượt báo cáo tháng
sent-by = Đơn vị gửi
unit-in-text = đơn vị
rank-interval = Thứ hạng (khoảng)
place-among-units = Đứng thứ
from-start-to-end = từ { $start } đến { $end }
repaired = Sửa cách viết
not-reported-in-text = chưa báo cáo
whom-to-ask-and-what = Hỏi ai, hỏi gì
share-of-cells-that-need-support = Tỷ lệ chi bộ cần quan tâm, hỗ trợ
changes-since-last-year = Thay đổi so với năm trước
figures-of-against-those-of = Số liệu { $now } so với { $then }
official-score = Điểm chính thức
flag = Dấu hiệu
member-meetings-due = Tổng lượt phải dự
charts = Biểu đồ
month = Tháng
group = Nhóm
points-of-a-criterion = Điểm tiêu chí
cell-not-in-register = mã chi bộ '{ $code }' không có trong danh mục.
thematic-quarter-rate = Tỷ lệ quý có sinh hoạt chuyên đề
coverage-from-above = Tỷ lệ cấp trên dự
needs-support = Cần quan tâm, hỗ trợ
no-data = Không có số liệu
visits-from-above = Cấp trên dự
upper-as-title = Cấp trên chấm
no-cell-could-be-ranked = Chưa xếp thứ tự được chi bộ nào
cell-meetings = Sinh hoạt chi bộ { $span }

## status

months-as-column = Tháng
next-ask-units = Đôn đốc { $silent } đơn vị còn thiếu tháng hoặc thiếu chi bộ (bảng trên).
next-send-back = Trả lại để sửa: { $errors } nhóm lỗi dưới đây.
next-decide = { $proposals } điều có thể quyết định một lần: chibo status --decisions.
next-run-report = Không còn việc gì: có thể chạy báo cáo.
next-steps = Việc tiếp theo:
and-more-kinds = và { $rest } nhóm nữa: chibo check TỆP, hoặc trang 'Chất lượng số liệu' của sổ làm việc.
late-in-list = chậm:
complete-in-table = đủ
errors-in-table = lỗi
warnings-in-table = cần xem
missing-in-table = còn thiếu (số chi bộ), chậm
