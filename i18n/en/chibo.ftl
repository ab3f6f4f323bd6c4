### Every text a reader sees, by the source file that uses it; the Vietnamese catalogue has the same messages.
### Syntax: Project Fluent (https://projectfluent.org/fluent/guide/). Braces hold the names of arguments.

## app

workbook = Workbook
sheets-cells-cells-need-support-errors = { $submissions } sheets, { $cell_summary } cells; { $weak } cells need support; { $errors } errors and { $warnings } warnings in the sheets.
the-five-cells-with-the-lowest = The five cells with the lowest index ({ $from } – { $to }):
needs-support = {" "}— needs support
slips-for-units-whose-sheets-need = { $slips } slips for units whose sheets need mending: { $folder }
some-rows-or-files-were-rejected = Some rows or files were rejected; see the sheet 'Data quality' of the workbook.
files-errors = { $read } files, { $errors } errors.
paste-the-rows-that-apply-into = Paste the rows that apply into the register's sheet 'Quyết định' and fill in 'Giá trị đúng' and 'Ngày'; chibo never writes the register.
files-written-to-every-figure-is = { $written } files written to { $folder }. Every figure is invented.
as-of-must-be-a-month = --as-of must be a month of { $year }, like { $year }-10.
already-holds-a-register-it-is = { $folder } already holds a register; it is not overwritten. Choose another folder with --out.
no-table-tables = no table '{ $table }'. Tables: { $names }.
blank-forms-of-written-to = { $count } blank forms of { $month } written to { $folder }.

## cause

column-cells = column { $letters }: { $count } cells — { $what }

## console

reading-files = Reading { $bar } { $count } files

## error

the-register-or-the-rules-are = The register or the rules are broken; nothing was written:
is-in-use-by-another-run = { $out } is in use by another run. Wait until it ends, then run again.
internal-error-earlier-output-is-untouched = Internal error: { $what }. Earlier output is untouched; please report this.
check-the-path = check the path
no-permission-close-the-file-if = no permission; close the file if Excel has it open, or choose another place with --out
the-disk-is-full-free-some = the disk is full; free some space and run again
check-the-disk-and-permissions = check the disk and permissions
no-sheet-of-in-can-be = No sheet of { $months } in { $inbox } can be used.
no-sheet-in-can-be-used = No sheet in { $inbox } can be used.
the-sheets-that-were-read-are = {" "}The sheets that were read are of { $first } – { $last }; check --period.
put-the-excel-files-units-sent = {" "}Put the Excel files units sent into it, or name another folder with --inbox.
line = line

## explain/asked

no-figure-or-flag-did-you = no figure or flag '{ $name }'. Did you mean '{ $near }'? `chibo schema cell_summary` lists the figures; there are also the codes of flags, { $parts }.

## explain/named

not-exactly-one-cell-is-in = not exactly one cell is '{ $written }' in the period. Give the code of one of: { $listed }.

## explain/told

period = Period
on-todays-map = On today's map
carries-on = ; carries on { $others }
flags =
    {""}
    FLAGS
none = {"  "}none
where-the-values-stand-by-month =
    {""}
    WHERE THE VALUES STAND, BY MONTH
rules =
    {""}
    RULES
one-figure-alone-chibo-explain-code =
    {""}
    One figure alone: chibo explain CODE --period PERIOD --figure attendance_rate
figures-and-formulas =
    {""}
    FIGURES AND FORMULAS
formula = formula
mean-of-over-months-lost-median = {"    "}{ $group } mean { $given } of { $most } over { $months } months, lost { $loss }; median of { $peers } peers { $median }; difference { $against }
this-flag-is-not-raised = this flag is not raised
judged-by-the-figures = judged by the figures
rule = rule
could-not-be-merged = could not be merged
handed-over-within-the-month = handed over within the month
did-not-meet = did not meet
months-merged-from-several-cells =
    {""}
    MONTHS MERGED FROM SEVERAL CELLS
could-not-be-merged-khong-gop-duoc = ; could not be merged:{" "}
points = Points

## explain/told/cells

no-cell-states-it = {"  "}no cell states it
register = register
cells = cells
blank = (blank)
not-repeated = (not repeated)
reported-as = {" "}(reported as { $code })
name-or-code-of-the-cell = Name or code of the cell
date-of-the-report = Date of the report
day-of-the-visit = Day of the visit
planned-topic = Planned topic
day-the-plan-was-approved = Day the plan was approved
points-of-a-criterion = Points of a criterion
most-points = Most points

## explain/told/proposals

suggestion-by-the-meeting-criterion = SUGGESTION BY THE MEETING CRITERION
model-meetings-and-support = MODEL MEETINGS AND SUPPORT
proposed-host-of-a-model-meeting = Proposed host of a model meeting
proposed-for-support = Proposed for support
goes-to = ; goes to { $host }
loses-most-points-on = ; loses most points on: { $group }
nothing-is-proposed = {"  "}nothing is proposed
proposed-only-where-the-period-is = {"  "}proposed only where the period is a year
grade-of-the-year-would-allow = Grade of the year: { $grade }; would allow: { $allowed }

## explain/told/standing

rank = RANK
not-ranked = Not ranked
of-interval-among-peers-of-in = {"  "}{ $all } of { $ranked }; { $from }–{ $to }% interval { $low }–{ $high }; among peers { $peer } of { $peers }; in its committee { $unit } of { $units }
figures-lean-on-peer-groups-of = ; figures lean on peer groups of { $least } cells or more
interval-draws-seed-weights-from-dirichlet = {"  "}interval: { $draws } draws, seed { $seed }; weights from Dirichlet({ $weights } × weight); { $design } member-meetings count as 1 independent one; the peers' spread of scores weighs { $prior } months{ $peers }
share-of-weight-score = share of weight × score
scores-0-scores-100 = { $zero } scores 0, { $hundred } scores 100

## findings

finding-file-not-workbook = Not an Excel workbook
    .hint = Open the file in Excel, save it as .xlsx and send it again.
finding-file-empty = The file is empty (0 bytes)
    .hint = It was damaged when copied or sent; ask the unit to send it again.
finding-file-protected = The file is password-protected
    .hint = Open it in Excel, remove the password (File > Info > Protect Workbook), save and send it again.
finding-file-broken = The file is broken and cannot be read
    .hint = Let Excel repair it, save it as .xlsx and send it again ({ $value }).
finding-file-too-large = The file exceeds the size limit
    .hint = The limit is { $value }; remove sheets and pictures that are not needed and send it again.
finding-file-lock = Excel's temporary lock file (~$), passed over
    .hint = Nothing to do; Excel makes it while somebody has the sheet open.
finding-file-unreadable = The file cannot be opened
    .hint = Check that the file may be read ({ $value }).
finding-file-duplicate = The same bytes as another file
    .hint = Identical to { $value }; counted once.
finding-sheet-unrecognised = No form fits the sheet
    .hint = A header row with { $value } is needed; seen: { $raw }. If it is no report, take it out of the inbox, or write 'Không phải biểu báo cáo' at its top.
finding-unit-unknown = The submitting unit is unknown
    .hint = Write the committee's name as in the register at the top of the sheet, or put the file in a folder named by its code.
finding-unit-conflict = The sheet and the folder name different units
    .hint = The sheet says { $raw }, the folder { $value }; the sheet was followed.
finding-period-unknown = The month reported on is unknown
    .hint = Write 'Tháng … năm …' in the sheet's title.
finding-period-conflict = Title and sheet, file or folder name different months
    .hint = The title says { $raw }, elsewhere it says { $value }; the title was followed.
finding-column-unknown = A column the form does not know, not used
    .hint = If it is needed, add its title to pipelines/forms.
finding-column-doubtful = A doubtful column title
    .hint = Column '{ $raw }' was taken for { $value }; if that is wrong, retitle it as in the form.
finding-column-repeated = Two columns have the same title
    .hint = Column '{ $raw }' stands twice; only the first is used. Put each table on a sheet of its own and give each column its own title.
finding-cell-unnamed = A row with figures and no cell's name
    .hint = Write the cell's name into this row; unmerge the name cell if it is merged.
finding-cell-unknown = The cell is not in the register
    .hint = Correct '{ $raw }' as in the register; nearest: { $value }.
finding-cell-ambiguous = The name fits several cells
    .hint = '{ $raw }' may be { $value }; add the cell's code.
finding-cell-fuzzy = The name is almost right
    .hint = '{ $raw }' was taken for { $value }; write it as in the register.
finding-cell-twice = A cell stands twice in a sheet with different values
    .hint = Keep the one right row (the other: { $value }).
finding-cell-repeated = A cell stands twice in a sheet with the same values
    .hint = Counted once (the other: { $value }).
finding-cell-missing = A cell of the unit is missing from the sheet
    .hint = Add a row for { $value }.
finding-value-unreadable = A required value cannot be read
    .hint = '{ $raw }' is not { $value }; enter it again.
finding-value-dropped = A value cannot be read and is left blank
    .hint = '{ $raw }' is not { $value }; enter it again.
finding-present-over-members = More present than members
    .hint = Present { $raw }, members { $value }; check both.
finding-score-out-of-range = A score outside 0–100
    .hint = { $raw } is not valid; enter it again.
finding-rate-differs = The stated rate differs from the computed one
    .hint = Stated { $raw }, computed { $value }; check present and due.
finding-grade-differs = Grade and score disagree
    .hint = Stated { $raw }, by the score it is { $value }; check the score or the grade.
finding-grade-not-one = Not exactly one grade is marked
    .hint = Mark exactly one column (now: { $value }).
finding-absences-differ = Present plus absent is not the number due
    .hint = The sum is { $raw }, due are { $value }; check present and absent.
finding-total-differs = The total row is not the sum of the rows
    .hint = The total row says { $raw }, the rows add up to { $value }; check both.
finding-date-outside = The meeting's date lies outside the month
    .hint = { $raw } is not in { $value }; check the date or the month.
finding-values-disagree = Two cells of a row say different things
    .hint = This cell says { $raw }, another says { $value }; correct one of them.
finding-criterion-over-max = More points than the criterion gives
    .hint = { $raw } was given, the criterion allows { $value }; correct the points and the total.
finding-criterion-unnamed = A row with points and no criterion
    .hint = Write the criterion into this row.
finding-points-do-not-sum = The total is not the sum of the criteria
    .hint = The sheet says { $raw }, the criteria add up to { $value }; check both. The stated total is kept.
finding-score-scale = The sheet does not score out of 100
    .hint = The most points of the sheet are { $raw }; its total was not taken as the month's score. Score it out of 100.
finding-score-incomplete = No total, and criteria without points
    .hint = { $value } criteria have no points; add them or write the total.
finding-score-sheet-differs = Monthly table and score sheet give different scores
    .hint = The monthly table says { $raw }, the score sheet { $value }; the score sheet was followed.
finding-plan-without-topic = A plan with dates and no topic
    .hint = Write the topics into the columns of the quarters.
finding-year-unknown = The year is unknown
    .hint = Write 'Năm …' in the sheet's title.
finding-sheet-hidden = A hidden sheet, read like the others
    .hint = The sheet is hidden in the file; show it to check, or delete it if it is not meant.
finding-rows-hidden = Hidden rows, read like the others
    .hint = Rows { $value } are hidden; show them to check, or delete them if they are not meant.
finding-columns-hidden = Hidden columns, read like the others
    .hint = Columns { $value } are hidden; show them to check, or delete them if they are not meant.
finding-decision-applied = By a decision in the register
    .hint = '{ $raw }' was taken for { $value }, by the register's sheet 'Quyết định'.
finding-file-blank = The workbook holds nothing
    .hint = Every sheet is blank; check it and send it again.
finding-file-link = A link in the inbox, not followed
    .hint = Put the file itself into the inbox.
finding-meeting-unstated = The row does not say whether the cell met
    .hint = Give the date and the number present, or write 'Không họp'.
finding-value-repaired = An unusual spelling, understood
    .hint = '{ $raw }' was read as { $value }.
finding-cell-unaccounted = A cell was not accounted for (a mistake of the program)
    .hint = Please send this sheet to whoever looks after the program.
finding-text-converted = Text of a legacy font, converted to Unicode
    .hint = { $value } cells were converted from { $raw }; better use a Unicode font (Times New Roman).
finding-supervisor-dropped = Not a role; only that somebody attended is kept
    .hint = Write the role, not a name.
finding-value-changed = A value was replaced by a later submission
    .hint = Before: { $raw }; now: { $value }.

## inspect

unknown = unknown
unit-month-dated-revision = {"  "}unit { $unit }; month { $period }; dated { $date }; revision { $revision }
hidden-rows-and-columns-this-format = {"  "}hidden rows and columns: this format does not tell
form = form
header-rows = header rows
not-used = (not used)
cells-used-o-repaired-rejected-x = {"  "}{ $cells_read } cells: { $used } used (o), { $repaired } repaired (~), { $rejected } rejected (x), { $layout } layout (.)

## intake/discover

the-folder-was-not-found-put = The folder { $shown } was not found. Put the sheets units sent into the folder 'inbox' of the working folder (--work), or name it with --inbox.

## intake/wording

a-decimal-comma-in-a-text = a decimal comma in a text cell
present-over-due-in-one-cell = present over due in one cell
a-percentage-typed-as-text = a percentage typed as text
a-day-typed-as-text = a day typed as text
a-number-with-its-unit = a number with its unit
a-dash-or-word-for-zero = a dash or word for zero
a-number-typed-as-text = a number typed as text
an-unusual-spelling-understood = an unusual spelling, understood

## judge/cap

the-cap-of-htxsnv-for-is = The cap of { $share } HTXSNV for { $year } is not computed: the register's sheet 'Xếp loại' gives no level of that year, so the number rated HTTNV is not known.
the-organisations-rated-httnv-or-better = the organisations rated HTTNV or better
those-left-at-httnv-once-these = those left at HTTNV once these HTXSNV themselves are taken out
rounded-down = rounded down
rounded-to-the-nearest = rounded to the nearest
cell-type = cell type
organisation-directly-above = organisation directly above
tier = tier
htxsnv-at-most-of-for-each = HTXSNV: at most { $share } of { $base }, { $rounding }, for each { $grouping } apart ({ $source }). Levels are those proposed from above, else the own ones: { $self_rated } organisations have only their own, { $unrated } of these groups have none yet, so the numbers may still change.

## judge/contribution

the-mean-score-is-in-the = The mean score is in the highest grade; that of the year also asks for cadence and months.
mean-score-points-more-a-month = Mean score { $mean_written }: { $needed } points more a month bring the mean to { $name } ({ $from }); months under { $from }: { $months_below }.
the-index-loses-most-in-points = {" "}The index loses most in { $name }: { $lost } points.
no-scores = No scores.

## judge/flags/attendance

attended-under-the-target-of-95 = Attended { $present }/{ $due } ({ $percent }), under the target of { $target }; 95% interval { $range }; { $absent } absent per meeting on average.
absent-without-a-reason-over-95 = Absent without a reason { $absences }/{ $due } ({ $percent }), over { $threshold }; 95% interval { $range }.

## judge/flags/cadence

months-without-a-meeting-of = Months without a meeting: { $missed } of { $expected } ({ $which }).
quarters-without-a-thematic-meeting-of = Quarters without a thematic meeting: { $short } of { $of } judged ({ $which }).
meetings-under-the-minimum-duration-of = Meetings under the minimum duration: { $n_short } of { $n_stated } stated ({ $percent }), over { $threshold }; shortest against its minimum: { $minutes }/{ $required } minutes.
no-thematic-plan-for = No thematic plan for { $year }.

## judge/flags/committee

months-not-reported-of = Months not reported: { $n } of { $expected }: { $which }.
no-sheet-of-the-unit = no sheet of the unit
no-row-of-the-cell-in = no row of the cell in the unit's sheet
row-does-not-say-whether-it = row does not say whether it met: { $place }
row-rejected = row rejected: { $place }
cell = , cell { $at }
visited-in-of-required-months-under = Visited in { $attended } of { $expected } required months ({ $percent }), under { $threshold }.
nobody-was-assigned-to-attend-in = Nobody was assigned to attend in any month (months expected: { $expected }).

## judge/flags/quality

of-those-present-spoke-under = { $percent } of those present spoke, under { $threshold }.
median-score-months-scored-under = Median score { $points } (months scored: { $n }), under { $threshold }.
upper-scores = Upper scores
self-scores = Self scores
mean-of-the-last-3-months = { $who }: mean of the last 3 months { $latest }, of the 3 before { $before }, a drop of { $points } (threshold { $threshold }; chance explains up to { $noise }).

## judge/flags/score

self-scores-exceed-upper-scores-by = Self scores exceed upper scores by { $points } on average (months with both: { $n }; threshold { $threshold }).
the-same-self-score-of-in = The same self score of { $score } in successive scored months: { $months } ({ $first } to { $last }).
points-contradict-the-facts-months = Points contradict the facts (months: { $months }): { $said }.
with-of-present-target = with { $present } of { $due } present ({ $rate }, target { $target })
with-no-thematic-meeting = with no thematic meeting
full-points-for = { $month } full { $by } points, { $points }, for “{ $name }” { $against }

## judge/index

reported-of-months-needed = reported { $reported } of { $expected } months ({ $percent }), needed { $needed }
of-meetings-scored-needed = { $scored } of { $held } meetings scored, needed { $needed }
components-with-data-carry-of-the = components with data carry { $percent } of the weight, needed { $needed }
no-attendance-figures-months-counted = no attendance figures ({ $months } months counted)

## judge/integrity/wording

cells-o-chi-bo = cells: { $cells }
by-chance-alone-up-to = ; by chance alone up to { $by_chance }
cells-tested-listed = { $counted } ({ $share }). Cells tested: { $tested }, listed: { $listed }{ $chance }.
of = { $hits } of { $trials } { $what }
scores-are-exactly-100 = { $by } scores are exactly 100
scores-other-than-100-are-multiples = { $by } scores other than 100 are multiples of 5
scores-are-from-to-under = { $by } scores are from { $from } to under { $below }
scores-repeat-the-scored-month-before = { $by } scores repeat the scored month before
sheets-repeat-each-criterion-of-the = { $by } sheets repeat each criterion of the sheet before
sheets-have-points-against-the-facts = { $by } sheets have points against the facts of their month
months-repeat-the-figures-of-an = months repeat the figures of an earlier month
months-have-the-figures-of-another = months have the figures of another cell of the unit
over-all-cells-that-is-about = over all cells { $base }, that is about { $expected } ({ $p }).

## judge/suggestion

the-year-is-not-over-figures = The year is not over: figures to { $last }.
not = Not { $grade }: { $facts }.
the-rule-of-knows-no-lower = The rule of { $rule } knows no lower grade, so none is given.
the-clause-on-of-was-not = The clause on { $grade } of { $rule } was not seen in full, so no grade is given.
by = { $grade } by { $rule }: { $facts }.
whether-it-is-is-still-open = Whether it is { $grade } is still open: { $facts }.
by-this-criterion-alone-htxsnv-could = By this criterion alone HTXSNV could be considered.
by-this-criterion-alone-httnv-could = By this criterion alone HTTNV could be considered, HTXSNV not.
by-this-criterion-alone-httnv-could-not-be-considered = By this criterion alone HTTNV could not be considered.
by-this-criterion-alone-htxsnv-could-not-be-considered-for = By this criterion alone HTXSNV could not be considered; for HTTNV there is no ground to tell.
what-grade-of-meetings-htxsnv-and = What grade of meetings HTXSNV and HTTNV ask for was not seen.
never-scored-from-above-so-nothing = Never scored from above, so nothing is suggested.
scored-from-above-in-of-scored = Scored from above in { $upper } of { $all } scored months.
the-cell-was-active-in-months = The cell was active in { $active_months } months of the year.
in-months-not-every-condition-beside = In { $open } months not every condition beside the score could be judged: sheets or lines are missing.
the-rule-leaves-aside-months-without = The rule leaves aside { $not_held } months without a meeting.
active-in-months-of-the-year = active in { $active } months of the year
not-enough-data = not enough data
mean-score-at-least-needed = mean score { $mean } (at least { $least } needed)
met-in-of-months-all-needed = met in { $held } of { $expected } months (all needed)
thematic-meetings-in-of-quarters-all = thematic meetings in { $met } of { $all } quarters (all needed)
months-good-at-least-needed = { $good } months Good (at least { $least } needed)
months-under-fair-at-most = { $under } months under Fair (at most { $most })
of-meetings-or-better-needed = { $reached } of { $all } meetings { $grade } or better ({ $least } needed)
suggestions-by-the-meeting-criterion-alone = Suggestions by the meeting criterion alone, as { $name } computes it; no classification.
not-seen-in-full-so-it = { $grade }: { $source }. Not seen in full, so it makes no grade.
not-reported-in-text = not reported:
held-without-score-or-grade = held without score or grade:

## judge/wording

text = ,
q = { $year }-Q{ $number }

## register/check

the-cell-is-not-in-the = the cell '{ $cell_id }' is not in the register.
den-ngay-is-before-tu-ngay = 'Đến ngày' is before 'Từ ngày'.
contradicts-row-same-content-same-day = contradicts row { $line }: same content, same day, another value. Drop one or give it a later day.
is-its-own-superior = '{ $id }' is its own superior.
and-both-hold-for-from-the = '{ $one }' and '{ $other }' both hold for { $id } ({ $name }) from the same day. Mend scope or valid_from of one of them.
the-superior-is-not-in-the = the superior '{ $parent }' is not in the register.
the-superior-is-a-cell-a = the superior '{ $parent }' is a cell; a cell has nothing below it.
code-differs-from-that-of-row = code '{ $unit_id }' differs from that of row { $line } by dots only.
a-cell-needs-the-code-of = a cell needs the code of its superior.
code-overlaps-in-time-with-row = code '{ $unit_id }' overlaps in time with row { $line }.

## register/check/successors

successors-go-round-in-a-circle = successors go round in a circle: { $shown } (rows { $lines }). Drop the successor of one row.
the-successor-is-not-in-the = the successor '{ $code }' is not in the register.
the-successor-is-the-organisation-itself = the successor '{ $code }' is the organisation itself. Drop it, or enter another.
the-successor-row-must-be-of = the successor '{ $code }' (row { $rows }) must be of the same kind: a cell for a cell.
the-successor-row-ends-on-before = the successor '{ $code }' (row { $rows }) ends on { $shown }, before this organisation does.

## register/load

the-sheet-has-no-rows-enter = the sheet '{ $sheet }' has no rows. Enter the organisations into it.
the-register-was-not-found-put = The register { $shown } was not found. Put danh-muc.xlsx into the working folder, or name it with --register.
the-sheet-is-missing-add-it = the sheet '{ $name }' is missing. Add it as in the register template.
the-column-is-missing-from-the = the column '{ $title }' is missing from the header row. Add it as in the register template.
column-says-expected = column '{ $title }' says '{ $written }', expected: { $expected }.
code-or-name-is-missing = code or name is missing.
the-cells-code-or-the-follower = the cell's code or the follower is missing.
tep-file-or-noi-dung-content = 'Tệp' (file) or 'Nội dung' (content) is needed, and 'Giá trị đúng' (what is right).

## register/yearly

year-code-of-the-cell-or = year, code of the cell or role is missing.
the-cell-is-not-in-the-register = the cell '{ $code }' is not in the register.
year-or-code-is-missing = year or code is missing.
the-organisation-is-not-in-the = the organisation '{ $code }' is not in the register.
contradicts-row-same-code-same-year = contradicts row { $line }: same code '{ $id }', same year { $year }. Drop one of them.

## report/canvas

page = Page

## report/data_book

data-of-cell-meetings = Data of cell meetings, { $span }
no-rows = no rows
too-long-for-excel-see-tables = too long for Excel, see tables/
contents = Contents
notes = Notes
cover = Cover
tables-of-for-analysis = Tables of { $span }, for analysis.
each-sheet-is-one-table-from = Each sheet is one table from A1 with one header row; Excel knows it as chibo_ and the sheet's name.
contents-lists-the-tables-notes-tells = Contents lists the tables; Notes tells meaning and unit of every column.
a-blank-cell-means-no-data = A blank cell means no data, not zero. Shares run from 0 to 1.
the-figures-are-those-of-the = The figures are those of the Parquet files in tables/. Index and rank are for reference; they are no classification.
sheet-trang = sheet
rows-so-dong = rows
contents-noi-dung = contents
remark-in-text = remark
column = column
meaning = meaning

## report/document

organization-committee-ban-to-chuc = Organization Committee
no-so = No.          -{ $symbol }
head-of-the-committee = Head of the Committee
prepared-by = PREPARED BY
recipients = Recipients:
communist-party-of-vietnam = COMMUNIST PARTY OF VIETNAM

## report/feedback

feedback-on-cell-meetings = Feedback on cell meetings, { $span }: { $name }
feedback = Feedback
on-cell-meetings = on cell meetings, { $span }
to = To: { $unit_name }
middle-half-of-the-committees-with = Middle: half of the committees with the figure lie above it, half below. Visits from above speak of the committee, not of the cells. The figures are for reference; they are no classification.
cells-none-needs-attention-and-support = { $all } cells; none needs attention and support.
cells-of-which-need-attention-and = { $all } cells, of which { $weak } need attention and support (sheet “What to ask”).
cell-months-are-not-reported = { $missing } cell-months are not reported.
no-row-of-the-sheets-sent = No row of the sheets sent was rejected.
no-sheet-of-it-was-received = No sheet of the committee was received.
errors-in-the-sheets-sent-are = { $errors } errors in the sheets sent are to be mended and sent again (sheet “To mend”).
reported-due = Reported / due
held = Held
thematic-quarters = Thematic quarters
all-interval = All (interval)
the-cells = The cells
figures-of-each-cell = Figures of each cell
cells-whose-rank-intervals-overlap-cannot = Cells whose rank intervals overlap cannot be told apart. An empty cell means no data.
what-to-ask = What to ask
what-to-ask-and-to-do = What to ask and to do
cells-that-need-support-stand-first = Cells that need support stand first. Signals about scoring are questions; missing reports and visits are the committee's own matter.
no-flag-is-raised = No flag is raised
kind = Kind
to-mend = To mend
to-mend-in-the-sheets-sent = To mend in the sheets sent
an-error-keeps-the-row-out = An error keeps the row out of the figures: please mend it and send again. A warning keeps the row: please look.

## report/feedback/standing

share-of-months-reported = Share of months reported
share-reported-in-time = Share reported in time
quarters-with-a-thematic-meeting = Quarters with a thematic meeting
visits-from-above = Visits from above
self-over-upper-score-points = Self over upper score (points)
share-of-speakers = Share of speakers
own = Own
middle-of-all = Middle of all
lowest-highest = Lowest – highest

## report/html

pictures = Pictures
formulas-rules-and-sources-the-sheet = Formulas, rules and sources: the sheet “Method” of the workbook in the same folder.
official-scores-in-bins-of-five = Official scores in bins of five. Heaps at 100 or just over 90 deserve a look.
each-dot-a-cell-the-lines = Each dot a cell; the lines are the limits chance allows at its size (dark 95 %, pale 99.8 %). Triangles lie under the 99.8 % limit.
dot-the-rank-line-the-interval = Dot: the rank; line: the interval it lies in with a chance of 90 %. Overlapping intervals cannot be told apart.
the-committees-part-months-visited-of = The committee's part: months visited of months required.
hardship = (hardship)
find = Find
all = all
shown = Shown

## report/html/picture

distribution-of-scores = Distribution of scores ({ $name })
cell-months = Cell-months
attendance-by-size-with-the-limits = Attendance by size, with the limits chance allows
the-last-ranks-with-their-intervals = The last ranks with their intervals
visits-from-above-by-committee = Visits from above by committee

## report/numbers

the-year = the year { $year }

## report/past

nothing-to-compare-with-the-inbox = Nothing to compare with: the inbox has no figures of { $span }.
nothing-to-compare-with-no-month = Nothing to compare with: no month of the year lies before its first.

## report/sheets

overview = Overview
the-month = The month
by-type = By type
needs-support-can-quan-tam-ho-tro = Needs support
model-meetings = Model meetings
self-against-upper = Self against upper
assignments = Assignments
suggestion = Suggestion
score-distribution = Score distribution
supervision-theo-doi-sinh-hoat = Supervision
data-quality = Data quality
submissions = Submissions
method = Method
key-figures = Key figures
each-cells-month = Each cell's month
cells-by-index = Cells by index
figures-pooled-by-cell-type = Figures pooled by cell type
figures-pooled-by-committee = Figures pooled by committee
cells-that-need-support-with-the = Cells that need support, with the evidence
proposed-hosts-of-model-meetings-and = Proposed hosts of model meetings, and who goes to see them
self-scores-against-upper-scores-by = Self scores against upper scores, by committee and type
visits-by-quarter-assignments-without-a = Visits by quarter; assignments without a visit; cells without a follower
questions-about-scores-with-base-rates = Questions about scores with base rates; no part of the ranking
what-the-meeting-criterion-alone-would = What the meeting criterion alone would allow; no classification
cells-without-figures-for-the-month = Cells without figures for the month
distribution-of-scores-and-grades = Distribution of scores and grades
visits-from-above-by-committee-and = Visits from above, by committee and role
errors-and-doubts-in-the-submitted = Errors and doubts in the submitted sheets
what-became-of-each-sheet = What became of each sheet
formulas-rules-and-thresholds = Formulas, rules and thresholds
committees = Committees
sources = Sources
committee-by-committee-complete-in-time = Committee by committee: complete, in time, worth of its sheets, what to mend
program-register-rules-and-every-file = Program, register, rules and every file, with hashes
by-month = By month
new-and-resolved-flags = New and resolved flags
attendance-and-score-of-every-month = Attendance and score of every month so far
flags-against-last-month-new-continuing = Flags against last month: new, continuing, resolved; whom to ask
figures-rank-and-flags-of-each = Figures, rank and flags of each cell against the year before
chart-data = Chart data
the-span-at-a-glance-trend = The span at a glance: trend, last ranks, visits, attendance against peers
the-numbers-that-the-charts-are = The numbers that the charts are drawn from

## report/sheets/agreement

self-scores-against-upper-scores = Self scores against upper scores
months-with-both-scores-only-gap = Months with both scores only. Gap = self − upper. The 95% interval takes cells as independent, since the same people score all months of a cell. Limits of agreement hold 95% of the months. Kappa compares the stated grades (1 = the same, 0 = as by chance). Shaded rows: the interval leaves out the others' mean; something to talk about, no conclusion.
n-1-by-committee = 1. By committee
n-2-by-cell-type = 2. By cell type
committee-type = Committee, type
mean-gap = Mean gap
limits-of-agreement = Limits of agreement
mean-elsewhere = Mean elsewhere
kappa = Kappa
remark = Remark
no-month-has-both-scores = No month has both scores
self-scores-more-generous-than-elsewhere = self scores more generous than elsewhere
self-scores-stricter-than-elsewhere = self scores stricter than elsewhere
too-few-cells-to-compare = too few cells to compare

## report/sheets/by_month

each-cell-month-by-month = Each cell month by month
an-empty-cell-no-meeting-no = An empty cell: no meeting, no report, or nothing in the sheet. Lines are drawn from 50 to 100%; a gap is a month without a figure.
month-thang = Month { $number }
trend = Trend

## report/sheets/charts/coverage

visits-from-above-by-quarter-the = Visits from above by quarter, the { $shown } lowest committees (of { $all }), { $span }
visits-from-above-by-committee-and-quarter = Visits from above by committee and quarter, { $span }
months-visited-of-months-in-which = Months visited, of months in which a visit is required. The committee with the lowest coverage over the span comes first; no bar: no visit in the quarter, or none required.
all-committees-sheet-assignments = {" "}All committees: sheet “Assignments”.
lying-bars-coverage-by-quarter-of = Lying bars: coverage by quarter of { $shown } of { $all } committees and of all. Lowest over the span: { $name }, { $rate }.
not-over = { $name } (not over)
coverage-ty-le-du = Coverage

## report/sheets/charts/data

numbers-of-the-charts = Numbers of the charts
the-charts-of-the-sheet-charts = The charts of the sheet “Charts” are drawn from the tables below.

## report/sheets/charts/funnel

small-groups = small groups
each-point-is-a-cell-against = Each point is a cell against those of its group. Solid line: the group's common rate (small groups: that of all); dashes and dots: the 95% and 99.8% limits, wider as fewer are due. Circles: within or above the limits, not told from the common rate; diamonds: under the 95% limit; triangles, with names: under the 99.8% limit.
smaller-groups-are-not-drawn = {" "}{ $left_out } smaller groups are not drawn.
of-large-groups-some-within-the-limits-are-drawn = {" "}Of large groups only some of the cells within the limits are drawn.
attendance-cells = Attendance: { $name } ({ $cells } cells)
funnel-attendance-by-member-meetings-due = Funnel: attendance by member-meetings due, { $name }, { $cells } cells; common rate { $target }; { $below } cells under the 95% limit, { $far } of them under the 99.8% limit.
due-luot-phai-du = Due
place-vi-tri = Place
attendance-of-each-cell = Attendance of each cell
common-rate = Common rate
n-95-lower = 95% lower
n-95-upper = 95% upper
n-99-8-lower = 99.8% lower
n-99-8-upper = 99.8% upper
limits-by-the-number-due = Limits by the number due
within-or-above-the-limits = Within or above the limits
under-the-95-limit = Under the 95% limit
under-the-99-8-limit = Under the 99.8% limit
n-95-limits = 95% limits
n-99-8-limits = 99.8% limits

## report/sheets/charts/ranks

the-rank-lies-within-its-bar = The rank lies within its bar with a chance of 90%. Light part: lower bound to computed rank; dark part: rank to upper bound. A long bar is an uncertain rank; cells whose bars overlap cannot be told apart. ●: { $support }.
the-cells-ranked-last-with-their = The { $number } cells ranked last, with their rank intervals (of { $all } cells)
rank-and-cell = Rank and cell
lower-bound = Lower bound
upper-bound = Upper bound
start-of-the-bar-lower-bound = Start of the bar (lower bound − 0.5)
to-the-rank = To the rank
to-the-end-upper-bound-0 = To the end (upper bound + 0.5)
lying-bars-rank-intervals-of-the = Lying bars: rank intervals of the { $number } cells ranked last, the last one on top. The widest spans { $widest } ranks; the lowest bound is rank { $lowest } of { $all }.
not-drawn = Not drawn
lower-bound-to-rank = Lower bound to rank
rank-to-upper-bound = Rank to upper bound

## report/sheets/charts/trend

attendance-percent = Attendance (%)
visits-from-above-by-quarter = Visits from above, by quarter (%)
attendance-present-of-due-over-all = Attendance: present of due over all cells of the month. Visits: months visited, of those in which a visit is required, in the month's quarter; one that is not over is not drawn. Score: mean official score of the month.
month-by-month = Month by month, { $span }
or-points-of-100 = % or points of 100
to-den = { $name } { $first } to { $last }
lines-by-month-from-the-first = Lines by month, { $span }, from the first month with figures to the last: { $told }.

## report/sheets/distribution

distribution-of-quality-scores = Distribution of quality scores
scores-of = Scores of { $span }
the-official-score-is-the-upper = The official score is the upper score, else the self score. Heaps at 100, at multiples of 5 or just over 90 deserve a look.
cell-months-by-score = Cell-months by score
scores = Scores
distribution-of-official-scores = Distribution of official scores, { $span }
cell-months-so-luot-cham = Cell-months
cell-months-by-grade = Cell-months by grade
grade = Grade
by-official-score = By official score
official-scores-by-committee = Official scores by committee, { $span }
no-data = No data.
score-that-this-share-of-months = Score that this share of months does not exceed
lowest = Lowest
highest = Highest
columns-cell-months-by-official-score = Columns: cell-months by official score; most at { $low }–{ $high } points, { $most } cell-months.
shares-of-grades-by-cell-type = Shares of grades by cell type
parts-under-4-are-not-labelled = Parts under 4% are not labelled.
grades-by-cell-type = Grades by cell type, { $span }
stacked-bars-shares-of-good-fair = Stacked bars: shares of good, fair, average and poor of { $types } cell types and of all; the table above has the numbers.
share-of-cell-months = Share of cell-months

## report/sheets/duties

assignments-and-visits = Assignments and visits
visits-are-the-committees-duty-and = Visits are the committees' duty and do not count against a cell. Hardship cells come first.
n-1-coverage-by-committee-and-quarter = 1. Coverage by committee and quarter
n-2-assignments-without-a-single-visit = 2. Assignments without a single visit
n-3-cells-with-months-without-a = 3. Cells with months without a follower
follower-role = Follower (role)
hardship-kho-khan = Hardship
months-assigned = Months assigned
months-cac-thang = Months
all-ca-ky = all
q-quy = { $year }-Q{ $quarter }

## report/sheets/flag_changes

flags-that-are-new-continue-or = Flags that are new, continue or are resolved
no-flag-then-or-now = No flag then or now
against-last-month-flags-are-new = Against last month { $new } flags are new, { $continuing } continue, { $resolved } are resolved and { $unjudged } could not be judged (sheet “{ $sheet }”).
new-continuing-resolved-the-year-to = New: { $new }. Continuing: { $continuing }. Resolved: { $resolved } (the year to date no longer raises them). Not judged: { $unjudged } (no data to judge by any more). The evidence of a resolved flag is that of the window before.
state-tinh-trang = State
then = Then
now = Now

## report/sheets/method

method-and-rules-in-force = Method and rules in force
applied-to-the-figures-of = Applied to the figures of { $span }
earlier-months-are-told-under-todays = Earlier months are told under today's organisations: counts are summed, rates computed anew from the sums; scores, grades and durations of cells that became one stay only where they are the same, and are never averaged. Of a cell handed over within a month the successor's report stands.
on-todays-map-cell-months-are = On today's map { $merged } cell-months are merged; { $silent } lack the report of a former cell, { $left_out } have fields that could not be merged (the table map_notes names each).
figure-so-lieu = Figure
formula-rule = Formula, rule
n-1-formulas = 1. Formulas
present-due-over-held-months-due = Σ present / Σ due over held months. Due: as stated, else members less exempt, on special duty and attending elsewhere.
wilson-interval-of-attendance-it-takes = Wilson interval of attendance. It takes member-meetings as independent, which they are not (the same few people tend to be absent), so the true interval is wider.
the-upper-score-in-months-without = The upper score; in months without one the self score.
thematic-meetings = Thematic meetings
quarters-with-a-thematic-meeting-quarters = Quarters with a thematic meeting / quarters expected, of cells whose sheets tell of them.
supervision = Supervision
months-visited-months-required-by-quarter = Months visited / months required, by quarter and by the register's assignments.
speakers-present-over-months-that-state = Σ speakers / Σ present over months that state speakers.
n-2-dated-rules = 2. Dated rules
a-rule-is-in-force-for = A rule is in force for a month if it began on or before the month's first day.
from = from { $since }: { $text }
grades = Grades
rubric = Rubric
only-for-not-in-the-register = only for { $scope }: not in the register
graded-no-month-of-this-window = graded no month of this window
graded-cell-months = graded { $months } cell-months
the-document-has-a-trap = The document has a trap: { $what } ({ $kind }).
since = , since { $day }
for = For { $scope }{ $since }.
needs-full-points-on-without-them = { $grade } needs full points on: { $groups }; without them it is { $otherwise }.
a-month-without-a-thematic-meeting = A month without a thematic meeting is graded out of the points it can reach.
good-from-points-fair-from-average = good from { $good } points, fair from { $fair }, average from { $average }, poor under { $average }
n-3-flags-and-thresholds = 3. Flags and thresholds
a-cell-needs-support-with-any = A cell needs support with any red flag or at least { $ambers } amber ones among those that count. Red also needs the amber condition; attendance, unexcused absence, duration and speakers are red only with at least { $held } held months.
counts = Counts
not-judged-this-time-since-no = Not judged this time, since no sheet has the data: { $silent }.
n-4-index-and-ranking = 4. Index and ranking
index-weight-score-weight-over-the = Index = Σ weight × score / Σ weight over the components a cell has. Scores follow fixed goalposts, so one cell's score never depends on another's. Supervision coverage is no part of it.
component = Component
weight = Weight
n-0-at = 0 at
n-100-at = 100 at
made-of = Made of
ranked-reporting-rate-from-scores-in = Ranked: reporting rate from { $reporting }; scores in at least { $scored } months and { $half } of the held ones; weight with data from { $weight }; some member due. The others are listed with the reason.
the-sheet-ranking-has-too-many = The sheet “Ranking” has too many cells for formulas: its indices and ranks are values and do not follow a weight changed here.
index-and-overall-rank-on-the = Index and overall rank on the sheet “Ranking” of the year's workbook are formulas: they follow a weight changed here at once. The other ranks there stay.
where-figures-are-few-they-lean = ; where figures are few they lean on the peer group (under { $least } cells: on all cells)
rank-interval-percentiles-and-over-draws = Rank interval: percentiles { $low } and { $high } over { $draws } draws (seed { $seed }), widened to hold the computed rank. Each draw takes weights from Dirichlet({ $concentration } × weight), shares from beta distributions in which { $effect } member-meetings count as one independent one, mean scores from t distributions whose spread leans on the peers with a weight of { $months } months{ $peers }.
mean-official-score = mean official score
attendance-in-text = attendance
months-held-months-reported = months held / months reported
thematic-quarters-quarters-expected = thematic quarters / quarters expected
a-thematic-plan-was-submitted-where = a thematic plan was submitted (where plans were collected)
n-5-limits = 5. Limits
figures-are-the-units-own-signals = Figures are the units' own. Signals about scoring are questions to ask: they are no part of the index and make no cell need support.
missing-reports-and-too-few-visits = Missing reports and too few visits are the committee's matter and do not count against the cell.
an-empty-cell-means-no-data = An empty cell means no data, not zero.

## report/sheets/models

model-meetings-hosts-and-cells-to = Model meetings: hosts and cells to support
proposals-for-the-committee-to-choose = Proposals for the committee to choose from. Hosts are, by the quota of each committee, those with the best upper end of the rank interval among its cells that need no support, raise no question about their scores and were scored from above in enough months; the best of a committee need not stand near the top of all. Cells to support go to a host of their type where there is one, in their committee first; “Goes to” says where the type differs.
n-1-proposed-hosts = 1. Proposed hosts
n-2-cells-to-support-and-where = 2. Cells to support, and where they go
kind-of-meeting = Kind of meeting
months-scored-from-above = Months scored from above
cells-that-come = cells that come: { $guests }
no-cell-meets-the-conditions = No cell meets the conditions
reasons-focus = Reasons; focus
goes-to-du-tai = Goes to
regular = regular
thematic = thematic
of-another-type = ; of another type
no-host-of-its-type-or = no host of its type or committee

## report/sheets/month_cells

each-cells-meeting = Each cell's meeting
no-cell-in-this-month = No cell in this month
marked-not-held-or-shorter-than = Marked: not held, or shorter than the minimum. The official score is the upper score, else the self score. An empty cell: not in the sheet.
minimum-duration-minutes = {" "}Minimum duration: { $minutes } minutes.
absent = Absent
minutes = Minutes
state = State
held-on = Held on
excused = Excused
unexcused = Unexcused
meeting = Meeting
minimum = Minimum
speakers = Speakers
visited = Visited
upper-cap-tren-cham = Upper
grade-muc-theo-diem = Grade
unclear = Unclear
none-in-brackets = (none)
cells-by-grade = Cells by grade
expected = Expected
thematic-co-chuyen-de = Thematic
need-support-year-to-date = Need support (year to date)
attendance-trend = Attendance trend
attendance-trend-the-months-of-the = {" "}Attendance trend: the months of the year so far, from 50 to 100%; the figures stand on the sheet “By month”. Lines do not move when this table is sorted: sort the sheet “By month” instead.
reporting = Reporting
first-report = First report
against-the-deadline = Against the deadline

## report/sheets/month_overview

monthly-summary = Monthly summary
n-2-figures-of = 2. Figures of { $name }
n-3-year-to-date = 3. Year to date ({ $span })
n-4-cells-that-need-support-over = 4. { $weak } cells that need support over the year to date (of all its cells)
n-5-the-five-cells-ranked-last = 5. The five cells ranked last, year to date
no-data-chua-co-so-lieu = no data
attendance-is-target-mean-quality-score = Attendance is { $rate } (target { $target }); mean quality score: { $score }.
over-the-year-to-date-cells = Over the year to date { $weak } cells need attention and support.
every-cell-has-reported-and-met = Every cell has reported and met.
cells-have-reported-have-not-report = { $reported }/{ $cells } cells have reported; { $missing } have not; { $not_held } report no meeting.
cells-chi-bo = cells
active-in-the-month = active in the month
reporting-cells = reporting cells
those-due-where-a-sheet-does = those due where a sheet does not say
members-dang-vien = members
thematic-meetings-co-sinh-hoat-chuyen-de = Thematic meetings
cells-whose-sheets-say = cells whose sheets say
visited-from-above = Visited from above
scores-from-above = scores from above
member-meetings = member-meetings

## report/sheets/month_reports

sheets-give-no-date = sheets give no date
days-late = { $days } days late
in-time-cells-late = in time; { $late } cells late
in-time-dung-han = in time

## report/sheets/not_reported

cells-that-have-not-reported = Cells that have not reported
cells-have-no-figures-for-the = { $number }/{ $all } cells have no figures for the month.
months-missing-this-year = Months missing this year
reason = Reason
every-cell-has-reported = Every cell has reported
its-row-was-rejected = its row was rejected: { $meaning }
the-committees-sheet-does-not-name = the committee's sheet does not name the cell
no-sheet-from-the-committee = no sheet from the committee

## report/sheets/overview

value = Value
made-of-gom-co = Made of
grade-by-score = Grade by score
scored-cell-months = Scored cell-months
share = Share
base-cells = {" "}(base cells)
no-cell-could-be-ranked = No cell could be ranked.
the-rank-lies-in-its-interval = {" "}The rank lies in its interval with a chance of 90%; a wide interval means an uncertain rank.
sheets-were-read-could-not-be = { $read } sheets were read; { $refused } could not be used; { $rejected }/{ $rows } rows were rejected; { $errors } errors are for the units to mend (sheet “{ $quality }”).
sheets-of-this-report = Sheets of this report
cells-marked-need-attention-and-support = Cells marked ● need attention and support.
how-to-read-this-report = How to read this report
beside-a-rank-stands-its-interval = Beside a rank stands its interval: of two cells whose intervals overlap neither is surely ahead.
a-cell-with-one-red-flag = A cell with one red flag or { $ambers } amber flags needs attention and support; its evidence stands beside each flag.
an-empty-cell-means-that-the = An empty cell means that the sheets say nothing; it is no zero.
every-number-answers-back-to-file = Every number answers, back to file, sheet and cell: chibo explain CODE --period { $period }.

## report/sheets/pooled

hardship-dia-ban-kho-khan = Hardship
secretary-with-a-village-office = Secretary with a village office
figures-by-cell-type = Figures by cell type
rates-are-sums-divided-by-sums = Rates are sums divided by sums, never means of rates. Thematic meetings count only cells whose sheets tell of them. An empty cell means no data.
visits-from-above-cap-tren-du = Visits from above
months-by-grade = Months by grade
quarters = Quarters
mean = Mean
its-sheets-say-nothing-of = Its sheets say nothing of

## report/sheets/provenance

what-this-report-was-made-of = What this report was made of
a-sha-256-hash-tells-whether = A SHA-256 hash tells whether a file is still what was read; the same files, register, rules, options and program give this very report.
name = Name
sha-256 = SHA-256
n-1-program = 1. Program and options
version = Version, value
n-2-register-and-rules = 2. Register and rules
whose = Whose
register-danh-muc = Register
the-committees-own = the Committee's own
built-in = built in
n-3-files-of-the-inbox = 3. { $number } files of the inbox
readable = Readable

## report/sheets/quality

data-quality-of-the-submitted-sheets = Data quality of all sheets in the inbox
an-error-keeps-the-row-out-of-the-figures-and = An error keeps the row out of the figures and is for the unit to mend and send again. A warning keeps the row, but somebody should look. Information needs no action.
n-1-errors-for-the-units-to = 1. Errors, for the units to mend and send again
n-2-warnings-to-look-at = 2. Warnings, to look at
doubt = Doubt
party-cell = Party cell
n-3-information-by-kind = 3. Information, by kind
what = What
number = Number
code = Code
examples = Examples
n-4-totals = 4. Totals
sheets-read = Sheets read
rows-read = Rows read
accepted = – accepted
rejected = – rejected
filled-cells-read = Filled cells read
used = – used
used-after-repair = – used after repair
headings-numbering-totals = – headings, numbering, totals

## report/sheets/ranking

cells-ranked-by-index = Cells ranked by index
no-cell-could-be-ranked-chua-xep-thu-tu-duoc-chi = No cell could be ranked
not-enough-data-to-be-ranked = Not enough data to be ranked ({ $number } cells)
all-chung = All
index-and-components-run-from-0 = Index and components run from 0 to 100; the sheet “Method” tells how. The order is for reference; it is no classification.
rank-interval-the-rank-lies-in = {" "}Rank interval: the rank lies in it with a chance of 90% (it always holds the computed rank); cells whose intervals overlap cannot be told apart.
scored-from-above = Scored from above
peers = Peers
attendance-rate = Attendance rate
months-held-due = Months held / due
components-0-100 = Components (0–100)
never-scored-from-above = never scored from above

## report/sheets/review

questions-to-talk-over-with-the = Questions to talk over with the units; no part of index, flags or rank. The base rate is that of all cells; the probability tells how often chance alone would bring as much. In a long list some rows are chance.
overall = Overall
by-cell = By cell
scores-of-diem-cua = Scores of
times = Times
of-tren = Of
base-rate = Base rate
probability-by-chance = Probability by chance

## report/sheets/senders

committees-complete-in-time-to-mend = Committees: complete, in time, to mend
cell-meetings-of-sinh-hoat-chi-bo = Cell meetings of { $span }
in-time-reports-by-the-deadline = In time: reports by the deadline over reports due, by the date of the first sheet with an accepted row. An error keeps a row out; a doubt costs nothing.
monthly-reports-bao-cao-thang = Monthly reports
sheets = Sheets
rows-dong = Rows
filled-cells-o-co-du-lieu = Filled cells
for-the-committee = For the committee
due-phai-co = Due
there = There
in-time = In time
received = Received
not-usable = Not usable
other-or-unknown-senders = Other or unknown senders
sent-again = Sent again
read-da-doc = Read
rejected-bi-loai = Rejected
errors-loi-phai-sua = Errors
doubts = Doubts

## report/sheets/submissions

what-became-of-the-submitted-sheets = What became of the submitted sheets
one-row-per-sheet-of-a = One row per sheet of a submitted file. Every filled cell is accounted for: used, used after repair, rejected, or layout (headings, numbering, totals).
nothing-was-received = Nothing was received
rows = Rows
filled-cells = Filled cells
dated = Dated
revision = Revision
outcome = Outcome
read = Read
accepted-nhan = Accepted
rejected-loai = Rejected
used-dung-nguyen = Used
layout = Layout

## report/sheets/suggestion

suggestion-by-the-meeting-criterion-goi-y-theo-tieu-chi-sinh = Suggestion by the meeting criterion
grade-of-the-year = Grade of the year
this-criterion-would-allow = This criterion would allow
missing-data = Missing data
neither = neither
httnv-or-better = HTTNV or better
httnv = HTTNV
most-htxsnv = Most HTXSNV
htxsnv-proposed = HTXSNV proposed
over = Over

## report/sheets/supervision

supervision-of-cell-meetings = Supervision of cell meetings
coverage-months-visited-months-in-which = Coverage = months visited / months in which a visit is required by assignment. No evidence of a visit counts as none. It speaks of the committee above and is no part of a cell's index.
n-1-by-committee-n-1-theo-don-vi = 1. By committee
coverage-by-level-is-given-where = Coverage by level is given where at least { $least } of the visits state the level.
visits-of-unknown-level = Visits of unknown level
coverage-by-level = Coverage by level
cells-visited = Cells visited
required = Required
attended = Attended
coverage = Coverage
upper-cap-tren = Upper
committee-dang-uy-co-so = Committee
assisting = Assisting
cells-unassigned = Cells unassigned
n-2-by-role-of-the-follower = 2. By role of the follower
the-register-assigns-nobody = The register assigns nobody.
sheets-say-that-somebody-came-seldom = Sheets say that somebody came, seldom who: a visit counts for every role assigned to the cell.
committee-of-the-cells = Committee of the cells
role = Role
n-3-cells-never-visited = 3. Cells never visited
months-assigned-thang-co-phan-cong = Months assigned
nobody-assigned = nobody assigned

## report/sheets/support

cells-that-need-attention-and-support = Cells that need attention and support
cells-with-a-red-flag-or = Cells with a red flag or at least { $ambers } amber ones, the greatest need first. The list is for the committee to choose from; it is no classification.
hardship-in-brackets =
    {""}
    (hardship)

## report/sheets/thresholds

months-not-held = months not held
quarters-without-a-thematic-meeting = quarters without a thematic meeting
median-score = median score
no-thematic-plan-where-plans-were = no thematic plan, where plans were collected
months-not-reported = months not reported
coverage-ty-le-cap-tren-du = coverage
no-assignment-in-any-month = no assignment in any month
months-in-which-a-criterions-points = months in which a criterion's points contradict the facts
the-same-self-score-in-at = the same self score in at least { $months } successive held months
at-least = at least { $number } { $what }
under = { $what } under { $limit }
attendance-under = attendance under { $target }
the-95-upper-bound-is-under = the 95% upper bound is under { $target } too, with more than { $absent } absent per meeting
unexcused-absences-over-of-those-due = unexcused absences over { $amber } of those due, and at least { $least }
over-and-the-95-lower-bound = over { $red }, and the 95% lower bound over { $low }
over-of-meetings-under-the-minimum = over { $limit } of meetings under the minimum
where-at-least-meetings-state-a = {" "}(where at least { $stated } meetings state a duration)
mean-of-the-last-3-months-at-least-points-under = mean of the last 3 months at least { $amber } points under the 3 before, and more than { $errors } standard errors
at-least-points-the-same-test = at least { $red } points, the same test
self-score-at-least-points-over = self score at least { $limit } points over the upper score on average
with-both-scores-in-at-least = {" "}(with both scores in at least { $months } months)
from-tu-ngay = from { $day }
before = before { $next }
always = always
in-force-in-the-last-month = {" "}(in force in the last month)
attendance-target = Attendance target
minutes-regular-and-thematic-in-one = { $minutes } minutes; regular and thematic in one session: { $combined } minutes
minimum-duration = Minimum duration

## report/sheets/year_changes

n-1-the-whole = 1. The whole
n-2-cell-by-cell = 2. Cell by cell
a-change-is-clear-only-where = Only attendance and rank are tested: a change is clear where the two intervals do not overlap (of 95% for attendance, { $effect } member-meetings counting as one independent one; of 90% for the rank, also as a share of the cells ranked each year); where they do, it cannot be told from chance. Differences of rates are in percentage points.
change = Change
months-with-a-meeting-of-those = Months with a meeting, of those reported
quarters-with-a-thematic-meeting-ty-le-quy-co-sinh-hoat = Quarters with a thematic meeting
change-chenh = Change
clear-change = Clear change
new-cells-not-there-the-year = New cells, not there the year before ({ $number_new })
cells-that-are-gone-this-year = Cells that are gone this year ({ $number_gone })
attendance-up = attendance up
attendance-down = attendance down
rank-up = rank up
rank-down = rank down
within-chance = not told from chance
new = new
still = still
no-more = no more
attendance-is-it-was = attendance is { $now } (it was { $then })
the-mean-score-it-was = the mean score { $now } (it was { $then })
against = Against { $span }: { $told }.
of-the-cells-that-were-there = Of the cells that were there both years { $new } came to need support, { $still } still do, { $no_more } do no more and { $open } could not be judged for want of data.
the-rank-of-cells-rose-and = The rank of { $up } cells rose and of { $down } fell clearly; of { $within } a move cannot be told from chance.

## report/sheets/year_overview

summary-report = Summary report
n-2-key-figures = 2. Key figures
n-3-cells-that-need-support-by = 3. { $weak } cells that need support, by committee (of all its cells)
n-4-the-five-cells-ranked-last = 4. The five cells ranked last
all-cells-could-be-ranked = All { $ranked } cells could be ranked.
cells-could-be-ranked-lack-the = { $ranked } cells could be ranked; { $unranked } lack the data for it.
no-cell-needs-attention-and-support = No cell needs attention and support.
cells-need-attention-and-support-of = { $number } cells need attention and support, { $red } of them with a red flag; most often: { $main }.
base-attached = { $base } base, { $attached } attached
member-meetings-target = member-meetings; target { $target }
latest-reported = latest reported
cells-reporting = Cells reporting
monthly-meetings-held = Monthly meetings held
of-not-held-not-reported = of { $due }; { $not_held } not held, { $missing } not reported
cell-quarters = cell-quarters
sheets-of-cells-are-silent = ; sheets of { $silent } cells are silent
quarters-with-a-thematic-meeting-quy-co-sinh-hoat-chuyen-de = Quarters with a thematic meeting
scored-from-above-luot-do-cap-tren-cham = scored from above
from-to = from { $low } to { $high }; { $scored }
of-the-cells-with-a-red = { $rate } of the cells; { $red } with a red flag
attendance-is-missing-the-target-of = Attendance is { $percent }, missing the target of { $target_text }; { $below } cells are under it.
attendance-is-meeting-the-target-of = Attendance is { $percent }, meeting the target of { $target_text }; { $below } cells are under it.

## report/wording

low-attendance = Low attendance
unexcused-absences = Unexcused absences
months-without-a-meeting = Months without a meeting
thematic-meetings-missing = Thematic meetings missing
meetings-too-short = Meetings too short
few-speakers = Few speakers
low-scores = Low scores
falling-scores = Falling scores
no-thematic-plan = No thematic plan
months-not-reported-thang-chua-bao-cao = Months not reported
too-few-visits-from-above = Too few visits from above
nobody-assigned-to-attend = Nobody assigned to attend
self-score-over-upper-score = Self score over upper score
constant-self-score = Constant self score
points-contradict-the-facts = Points contradict the facts
quality = Quality
attendance-du-hop = Attendance
cadence = Cadence
speaking-phat-bieu = Speaking
plan = Plan
from-above = From above
accepted-nhan-du = Accepted
partly-accepted = Partly accepted
rejected-khong-nhan = Rejected
superseded = Superseded
unrecognised = Unrecognised
duplicate = Duplicate
warning = Warning
info = Info
superior = Superior
grassroots-committee = Grassroots committee
section-committee = Section committee
base-cell = Base cell
attached-cell = Attached cell
hardship-in-text = hardship
no-hardship = no hardship
with-a-village-office = with a village office
without-one = without one
needs-attention-and-support = Needs attention and support
this-report-proposes-and-ranks-for = This report proposes and ranks for reference and does not classify; judging and deciding is for the competent committee.
new-moi = New
continuing = Continuing
resolved = Resolved
not-judged = Not judged
the-cell-committee-who-is-absent = The cell committee: who is absent again and again, and why (work away, shifts, health); does the hour suit?
the-cell-committee-were-those-absent = The cell committee: were those absent without a reason spoken to; are reasons recorded rightly?
the-secretary-why-was-there-no = The secretary: why was there no meeting; was it made up for?
the-secretary-was-the-missing-thematic = The secretary: was the missing thematic meeting held and not reported, or not held; what is planned next?
the-secretary-how-are-meetings-prepared = The secretary: how are meetings prepared; are they joined with other meetings?
the-secretary-are-papers-sent-ahead = The secretary: are papers sent ahead and questions prepared; who does not speak, and why?
the-cell-committee-on-which-criteria = The cell committee: on which criteria are points lost; what help is needed?
the-cell-committee-what-has-changed = The cell committee: what has changed over the last three meetings; which criteria lose points?
the-cell-committee-has-the-years = The cell committee: has the year's thematic plan been made and sent for approval?
the-committee-above-was-the-sheet = The committee above: was the sheet sent; when will what is missing follow?
the-committee-above-did-the-follower = The committee above: did the follower attend without a record, or not attend?
the-committee-above-when-will-somebody = The committee above: when will somebody be assigned to follow the cell?
the-cell-committee-and-the-scorer = The cell committee and the scorer: on which criteria do they differ, and on what grounds?
the-cell-committee-is-each-meeting = The cell committee: is each meeting scored by its criteria, or last month's score taken over?
the-cell-committee-what-do-the = The cell committee: what do the points rest on where the figures say otherwise; which of the two is wrong?

## rollup

the-query-does-not-run-mend = the query does not run: { $error }. Mend this file, or remove it to use the built-in one.
the-result-does-not-fit-the = the result does not fit the table's columns: { $what }.

## rules

the-rules-folder-was-not-found = The rules folder { $shown } was not found. Check --pipelines.
is-not-utf-8-text-save = is not UTF-8 text. Save it as UTF-8.

## rules/checking

did-you-mean-mend-it-in = { $what }. Did you mean `{ $near }`? Mend it in this file and run again.
mend-it-in-this-file-and = { $what }. Mend it in this file and run again.

## rules/rubric/traps

in-no-band = in no band
in-two-bands = in two bands
does-not-add-up = does not add up
the-most-of-a-month-without = the most of a month without a thematic meeting

## run

the-output-folder-lies-in-the = The output folder { $out } lies in the inbox. Choose another place with --out.
by-the-register-no-unit-has = By the register no unit{ $unit } has cells active in { $period }.
is-there-and-is-no-blank = { $path } is there and is no blank form; it is not overwritten. Choose another folder with --out.

## shared

error = Error
yes = yes
no = no
index = Index
self = self
upper = upper
good = Good
fair = Fair
average = Average
poor = Poor
rank-thu-hang = Rank
no-tt = No.
cell-chi-bo = Cell
type = Type
members = Members
attendance = Attendance
mean-score = Mean score
unit = Unit
severity = Severity
matter = Matter
evidence = Evidence
file = File
sheet = Sheet
cell-o = Cell
as-written = As written
how-to-mend-it = How to mend it
none-khong-co = None
attendance-ty-le-du-sinh-hoat = Attendance
figure = Figure
quality-of-cell-meetings = Quality of cell meetings, { $span }
ranking = Ranking
none-khong-co-chi-bo-nao = None.
interval = Interval
committee = Committee
flags-dau-hieu = Flags
committee-don-vi = Committee
unranked = unranked
score = Score
quality-of-cell-meetings-chat-luong-sinh-hoat-chi-bo = Quality of cell meetings, { $name }
figures-of = Figures of { $span }
all-toan-bo = All
cells-so-chi-bo = Cells
months = Months
n-95-interval = 95% interval
median = Median
speaking = Speaking
amber = Amber
red = Red
share-of-speakers-ty-le-phat-bieu = share of speakers
by-committee = By committee
scores-to-review = Scores to review
not-reported-chua-bao-cao = Not reported
by-the-figures-of = By the figures of { $span }
remark-ghi-chu = Remark
no-cell-at-all = None
cell-meetings-of = Cell meetings of { $name }
attendance-du-sinh-hoat = Attendance
present = Present
due = Due
rate = Rate
thematic-chuyen-de = Thematic
self-tu-cham = Self
official = Official
figures-by-committee = Figures by committee
reported = Reported
held-da-hop = Held
not-held = Not held
n-1-in-short = 1. In short
cells-as-title = Cells
visits-from-above-cap-tren-du-sinh-hoat = Visits from above
required-visits = required visits
reported-ty-le-bao-cao = Reported
monthly-reports = monthly reports
cell-meetings = Cell meetings, { $span }
no-data-khong-co-so-lieu = No data
none-of-them = None.
sent-by = Sent by
unit-don-vi = unit
rank-interval = Rank (interval)
place = Place
to-tu-den = { $start } to { $end }
repaired = Repaired
not-reported = not reported
whom-to-ask-and-what = Whom to ask, and what
share-of-cells-that-need-support = Share of cells that need support
changes-since-last-year = Changes since last year
figures-of-against-those-of = Figures of { $now } against those of { $then }
official-score = Official score
flag = Flag
member-meetings-due = Member-meetings due
charts = Charts
month = Month
group = Group

## status

months-thang = Months
ask-the-units-whose-months-or = Ask the { $silent } units whose months or cells are missing (table above).
send-back-to-be-mended-kinds = Send back to be mended: { $errors } kinds of error below.
readings-may-be-decided-once-chibo = { $proposals } readings may be decided once: chibo status --decisions.
nothing-is-open-run-the-report = Nothing is open: run the report.
next = Next:
and-more-chibo-check-file-or = and { $rest } more: chibo check FILE, or the sheet 'Data quality' of the workbook.
late = late:
complete = complete
errors = errors
warnings = warnings
missing-cells-late = missing (cells), late
