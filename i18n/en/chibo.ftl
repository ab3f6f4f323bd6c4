### Every text a reader sees, by the source file that uses it; the Vietnamese catalogue has the same messages.
### Syntax: Project Fluent (https://projectfluent.org/fluent/guide/). Braces hold the names of arguments.

## app

workbook = Workbook
run-summary = { $submissions } sheets, { $cell_summary } cells; { $weak } cells need support; { $errors } errors and { $warnings } warnings in the sheets.
lowest-by-index = The five cells with the lowest index ({ $from } – { $to }):
needs-support-mark = {" "}— needs support
slips-written = { $slips } slips for units whose sheets need mending: { $folder }
rows-or-files-rejected = Some rows or files were rejected; see the sheet 'Data quality' of the workbook.
files-and-errors = { $read } files, { $errors } errors.
how-to-use-decisions = Paste the rows that apply into the register's sheet 'Quyết định' and fill in 'Giá trị đúng' and 'Ngày'; chibo never writes the register.
sample-written = { $written } files written to { $folder }. Every figure is invented.
as-of-outside-the-year = --as-of must be a month of { $year }, like { $year }-10.
register-in-the-way = { $folder } already holds a register; it is not overwritten. Choose another folder with --out.
no-such-table = no table '{ $table }'. Tables: { $names }.
blank-forms-written = { $count } blank forms of { $month } written to { $folder }.

## cause

cells-of-column = column { $letters }: { $count } cells — { $what }

## console

reading-files = Reading { $bar } { $count } files

## error

register-or-rules-broken = The register or the rules are broken; nothing was written:
output-in-use = { $out } is in use by another run. Wait until it ends, then run again.
internal-error = Internal error: { $what }. Earlier output is untouched; please report this.
check-the-path = check the path
no-permission = no permission; close the file if Excel has it open, or choose another place with --out
disk-full = the disk is full; free some space and run again
check-the-disk-and-permissions = check the disk and permissions
no-usable-sheet-of-months = No sheet of { $months } in { $inbox } can be used.
no-usable-sheet = No sheet in { $inbox } can be used.
months-of-the-sheets-read = {" "}The sheets that were read are of { $first } – { $last }; check --period.
put-files-into-the-inbox = {" "}Put the Excel files units sent into it, or name another folder with --inbox.
line-in-text = line

## explain/asked

no-such-figure-or-flag = no figure or flag '{ $name }'. Did you mean '{ $near }'? `chibo schema cell_summary` lists the figures; there are also the codes of flags, { $parts }.

## explain/named

not-one-cell = not exactly one cell is '{ $written }' in the period. Give the code of one of: { $listed }.

## explain/told

period = Period
on-todays-map = On today's map
carries-on = ; carries on { $others }
flags-heading =
    {""}
    FLAGS
none-line = {"  "}none
values-by-month-heading =
    {""}
    WHERE THE VALUES STAND, BY MONTH
rules-heading =
    {""}
    RULES
how-to-explain-one-figure =
    {""}
    One figure alone: chibo explain CODE --period PERIOD --figure attendance_rate
figures-heading =
    {""}
    FIGURES AND FORMULAS
formula-in-text = formula
points-of-a-group = {"    "}{ $group } mean { $given } of { $most } over { $months } months, lost { $loss }; median of { $peers } peers { $median }; difference { $against }
this-flag-is-not-raised = this flag is not raised
judged-by-the-figures = judged by the figures
rule-in-text = rule
field-not-merged = could not be merged
handed-over-within-the-month = handed over within the month
did-not-meet = did not meet
merged-months-heading =
    {""}
    MONTHS MERGED FROM SEVERAL CELLS
fields-not-merged = ; could not be merged:{" "}

## explain/told/cells

no-cell-states-it = {"  "}no cell states it
register-in-text = register
sheet-cells-in-text = cells
blank = (blank)
not-repeated = (not repeated)
reported-as = {" "}(reported as { $code })
name-or-code-of-the-cell = Name or code of the cell
date-of-the-report = Date of the report
day-of-the-visit = Day of the visit
planned-topic = Planned topic
day-the-plan-was-approved = Day the plan was approved
most-points = Most points

## explain/told/proposals

suggestion-heading = SUGGESTION BY THE MEETING CRITERION
proposals-heading = MODEL MEETINGS AND SUPPORT
proposed-host-of-a-model-meeting = Proposed host of a model meeting
proposed-for-support = Proposed for support
goes-to-host = ; goes to { $host }
loses-most-points = ; loses most points on: { $group }
nothing-is-proposed = {"  "}nothing is proposed
proposed-only-of-a-year = {"  "}proposed only where the period is a year
grade-and-what-it-allows = Grade of the year: { $grade }; would allow: { $allowed }

## explain/told/standing

rank-heading = RANK
not-ranked = Not ranked
rank-told = {"  "}{ $all } of { $ranked }; { $from }–{ $to }% interval { $low }–{ $high }; among peers { $peer } of { $peers }; in its committee { $unit } of { $units }
leaning-on-peers = ; figures lean on peer groups of { $least } cells or more
interval-told = {"  "}interval: { $draws } draws, seed { $seed }; weights from Dirichlet({ $weights } × weight); { $design } member-meetings count as 1 independent one; the peers' spread of scores weighs { $prior } months{ $peers }
share-of-weight-score = share of weight × score
goalposts = { $zero } scores 0, { $hundred } scores 100

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
    .hint = { finding-value-unreadable.hint }
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
sheet-told = {"  "}unit { $unit }; month { $period }; dated { $date }; revision { $revision }
hidden-rows-untold = {"  "}hidden rows and columns: this format does not tell
form-in-text = form
header-rows = header rows
not-used = (not used)
cells-by-use = {"  "}{ $cells_read } cells: { $used } used (o), { $repaired } repaired (~), { $rejected } rejected (x), { $layout } layout (.)

## intake/discover

inbox-not-found = The folder { $shown } was not found. Put the sheets units sent into the folder 'inbox' of the working folder (--work), or name it with --inbox.

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

cap-not-computed = The cap of { $share } HTXSNV for { $year } is not computed: the register's sheet 'Xếp loại' gives no level of that year, so the number rated HTTNV is not known.
cap-of-httnv-or-better = the organisations rated HTTNV or better
cap-of-those-left-at-httnv = those left at HTTNV once these HTXSNV themselves are taken out
rounded-down = rounded down
rounded-to-the-nearest = rounded to the nearest
by-cell-type = cell type
by-organisation-above = organisation directly above
by-tier = tier
cap-told = HTXSNV: at most { $share } of { $base }, { $rounding }, for each { $grouping } apart ({ $source }). Levels are those proposed from above, else the own ones: { $self_rated } organisations have only their own, { $unrated } of these groups have none yet, so the numbers may still change.

## judge/contribution

mean-in-the-highest-grade = The mean score is in the highest grade; that of the year also asks for cadence and months.
points-to-the-next-grade = Mean score { $mean_written }: { $needed } points more a month bring the mean to { $name } ({ $from }); months under { $from }: { $months_below }.
index-loses-most = {" "}The index loses most in { $name }: { $lost } points.
no-scores = No scores.

## judge/flags/attendance

evidence-attendance-low = Attended { $present }/{ $due } ({ $percent }), under the target of { $target }; 95% interval { $range }; { $absent } absent per meeting on average.
evidence-unexcused = Absent without a reason { $absences }/{ $due } ({ $percent }), over { $threshold }; 95% interval { $range }.

## judge/flags/cadence

evidence-not-held = Months without a meeting: { $missed } of { $expected } ({ $which }).
evidence-thematic-missing = Quarters without a thematic meeting: { $short } of { $of } judged ({ $which }).
evidence-too-short = Meetings under the minimum duration: { $n_short } of { $n_stated } stated ({ $percent }), over { $threshold }; shortest against its minimum: { $minutes }/{ $required } minutes.
evidence-no-plan = No thematic plan for { $year }.

## judge/flags/committee

evidence-not-reported = Months not reported: { $n } of { $expected }: { $which }.
no-sheet-of-the-unit = no sheet of the unit
no-row-of-the-cell = no row of the cell in the unit's sheet
row-unclear = row does not say whether it met: { $place }
row-rejected = row rejected: { $place }
at-sheet-cell = , cell { $at }
evidence-few-visits = Visited in { $attended } of { $expected } required months ({ $percent }), under { $threshold }.
evidence-nobody-assigned = Nobody was assigned to attend in any month (months expected: { $expected }).

## judge/flags/quality

evidence-few-speakers = { $percent } of those present spoke, under { $threshold }.
evidence-scores-low = Median score { $points } (months scored: { $n }), under { $threshold }.
upper-scores = Upper scores
self-scores = Self scores
evidence-scores-falling = { $who }: mean of the last 3 months { $latest }, of the 3 before { $before }, a drop of { $points } (threshold { $threshold }; chance explains up to { $noise }).

## judge/flags/score

evidence-self-over-upper = Self scores exceed upper scores by { $points } on average (months with both: { $n }; threshold { $threshold }).
evidence-constant-score = The same self score of { $score } in successive scored months: { $months } ({ $first } to { $last }).
evidence-contradictions = Points contradict the facts (months: { $months }): { $said }.
against-attendance = with { $present } of { $due } present ({ $rate }, target { $target })
against-no-thematic-meeting = with no thematic meeting
full-points-against = { $month } full { $by } points, { $points }, for “{ $name }” { $against }

## judge/index

too-few-months-reported = reported { $reported } of { $expected } months ({ $percent }), needed { $needed }
too-few-meetings-scored = { $scored } of { $held } meetings scored, needed { $needed }
too-little-weight-with-data = components with data carry { $percent } of the weight, needed { $needed }
no-attendance-figures = no attendance figures ({ $months } months counted)

## judge/integrity/wording

in-cells = cells: { $cells }
chance-alone-up-to = ; by chance alone up to { $by_chance }
signal-over-all = { $counted } ({ $share }). Cells tested: { $tested }, listed: { $listed }{ $chance }.
hits-of-trials = { $hits } of { $trials } { $what }
scores-are-exactly-100 = { $by } scores are exactly 100
scores-other-than-100-are-multiples = { $by } scores other than 100 are multiples of 5
scores-are-from-to-under = { $by } scores are from { $from } to under { $below }
scores-repeat-the-scored-month-before = { $by } scores repeat the scored month before
sheets-repeat-each-criterion = { $by } sheets repeat each criterion of the sheet before
sheets-contradict-the-facts = { $by } sheets have points against the facts of their month
months-repeat-an-earlier-one = months repeat the figures of an earlier month
months-repeat-another-cell = months have the figures of another cell of the unit
signal-base-rate = over all cells { $base }, that is about { $expected } ({ $p }).

## judge/suggestion

year-not-over = The year is not over: figures to { $last }.
grade-not-reached = Not { $grade }: { $facts }.
no-lower-grade = The rule of { $rule } knows no lower grade, so none is given.
clause-not-seen = The clause on { $grade } of { $rule } was not seen in full, so no grade is given.
grade-reached = { $grade } by { $rule }: { $facts }.
grade-still-open = Whether it is { $grade } is still open: { $facts }.
allows-htxsnv = By this criterion alone HTXSNV could be considered.
allows-httnv-only = By this criterion alone HTTNV could be considered, HTXSNV not.
allows-neither = By this criterion alone HTTNV could not be considered.
allows-no-htxsnv = By this criterion alone HTXSNV could not be considered; for HTTNV there is no ground to tell.
allowed-grades-not-seen = What grade of meetings HTXSNV and HTTNV ask for was not seen.
no-suggestion-without-upper-scores = Never scored from above, so nothing is suggested.
months-the-upper-scored = Scored from above in { $upper } of { $all } scored months.
months-the-cell-was-active = The cell was active in { $active_months } months of the year.
months-with-open-conditions = In { $open } months not every condition beside the score could be judged: sheets or lines are missing.
months-the-rule-leaves-aside = The rule leaves aside { $not_held } months without a meeting.
fact-active-months = active in { $active } months of the year
fact-not-enough-data = not enough data
fact-mean-score = mean score { $mean } (at least { $least } needed)
fact-months-held = met in { $held } of { $expected } months (all needed)
fact-thematic-quarters = thematic meetings in { $met } of { $all } quarters (all needed)
fact-months-good = { $good } months Good (at least { $least } needed)
fact-months-under-fair = { $under } months under Fair (at most { $most })
fact-meetings-at-grade = { $reached } of { $all } meetings { $grade } or better ({ $least } needed)
suggestion-note = Suggestions by the meeting criterion alone, as { $name } computes it; no classification.
clause-not-used = { $grade }: { $source }. Not seen in full, so it makes no grade.
months-not-reported-list = not reported:
months-without-score-list = held without score or grade:

## judge/wording

quarter-in-text = { $year }-Q{ $number }

## register/check

end-before-start = 'Đến ngày' is before 'Từ ngày'.
decision-contradicts = contradicts row { $line }: same content, same day, another value. Drop one or give it a later day.
is-its-own-superior = '{ $id }' is its own superior.
two-rules-hold = '{ $one }' and '{ $other }' both hold for { $id } ({ $name }) from the same day. Mend scope or valid_from of one of them.
superior-not-in-register = the superior '{ $parent }' is not in the register.
superior-is-a-cell = the superior '{ $parent }' is a cell; a cell has nothing below it.
code-differs-by-dots = code '{ $unit_id }' differs from that of row { $line } by dots only.
cell-without-superior = a cell needs the code of its superior.
code-overlaps-in-time = code '{ $unit_id }' overlaps in time with row { $line }.

## register/check/successors

successors-in-a-circle = successors go round in a circle: { $shown } (rows { $lines }). Drop the successor of one row.
successor-not-in-register = the successor '{ $code }' is not in the register.
successor-is-itself = the successor '{ $code }' is the organisation itself. Drop it, or enter another.
successor-of-another-kind = the successor '{ $code }' (row { $rows }) must be of the same kind: a cell for a cell.
successor-ends-before = the successor '{ $code }' (row { $rows }) ends on { $shown }, before this organisation does.

## register/load

register-sheet-empty = the sheet '{ $sheet }' has no rows. Enter the organisations into it.
register-not-found = The register { $shown } was not found. Put danh-muc.xlsx into the working folder, or name it with --register.
register-sheet-missing = the sheet '{ $name }' is missing. Add it as in the register template.
register-column-missing = the column '{ $title }' is missing from the header row. Add it as in the register template.
register-value-unexpected = column '{ $title }' says '{ $written }', expected: { $expected }.
code-or-name-is-missing = code or name is missing.
cell-or-follower-missing = the cell's code or the follower is missing.
decision-incomplete = 'Tệp' (file) or 'Nội dung' (content) is needed, and 'Giá trị đúng' (what is right).

## register/yearly

year-cell-or-role-missing = year, code of the cell or role is missing.
year-or-code-is-missing = year or code is missing.
organisation-not-in-register = the organisation '{ $code }' is not in the register.
year-contradicts = contradicts row { $line }: same code '{ $id }', same year { $year }. Drop one of them.

## report/canvas

page = Page

## report/data_book

data-book-day = { $day }.
data-of-cell-meetings = Data of cell meetings, { $span }
no-rows = no rows
too-long-for-excel = too long for Excel, see tables/
contents-sheet = Contents
notes-sheet = Notes
cover-sheet = Cover
tables-for-analysis = Tables of { $span }, for analysis.
each-sheet-is-one-table = Each sheet is one table from A1 with one header row; Excel knows it as chibo_ and the sheet's name.
what-contents-and-notes-tell = Contents lists the tables; Notes tells meaning and unit of every column.
a-blank-cell-means-no-data = A blank cell means no data, not zero. Shares run from 0 to 1.
figures-as-in-the-parquet-files = The figures are those of the Parquet files in tables/. Index and rank are for reference; they are no classification.
sheet-in-text = sheet
rows-in-text = rows
contents-in-text = contents
note-in-text = remark
column-in-text = column
meaning-in-text = meaning

## report/document

organization-committee = Organization Committee
document-number = No.          -{ $symbol }
head-of-the-committee = Head of the Committee
prepared-by = PREPARED BY
recipients = Recipients:
communist-party-of-vietnam = COMMUNIST PARTY OF VIETNAM

## report/feedback

feedback-on-cell-meetings = Feedback on cell meetings, { $span }: { $name }
feedback = Feedback
on-cell-meetings = on cell meetings, { $span }
addressed-to = To: { $unit_name }
middle-half-of-the-committees-with = Middle: half of the committees with the figure lie above it, half below. Visits from above speak of the committee, not of the cells. The figures are for reference; they are no classification.
no-cell-of-unit-needs-support = { $all } cells; none needs support.
cells-of-unit-needing-support = { $all } cells, of which { $weak } need support (sheet “What to ask and do”).
cell-months-are-not-reported = { $missing } cell-months are not reported.
no-row-of-the-sheets-sent = No row of the sheets sent was rejected.
no-sheet-of-it-was-received = No sheet of the committee was received.
errors-in-the-sheets-sent-are = { $errors } errors in the sheets sent are to be mended and sent again (sheet “To mend”).
reported-due = Reported / due
months-held = Held
thematic-quarters = Thematic quarters
all-interval = All (interval)
the-cells = The cells
figures-of-each-cell = Figures of each cell
cells-whose-rank-intervals-overlap-cannot = Cells whose rank intervals overlap cannot be told apart. An empty cell means no data.
what-to-ask = What to ask and do
cells-that-need-support-stand-first = Cells that need support stand first. Signals about scoring are questions; missing reports and visits are the committee's own matter.
no-flag-is-raised = No flag is raised
kind-of-finding = Kind
to-mend = To mend
to-mend-in-the-sheets-sent = To mend in the sheets sent
to-mend-note = An error keeps the row out of the figures: please mend it and send again. A warning keeps the row: please look.

## report/feedback/standing

share-of-months-reported = Share of months reported
share-reported-in-time = Share reported in time
self-over-upper-score-points = Self over upper score (points)
share-of-speakers = Share of speakers
own-figure = Own
middle-of-all = Middle of all
lowest-highest = Lowest – highest

## report/html

see-the-sheet-method = Formulas, rules and sources: the sheet “Method” of the workbook in the same folder.
picture-of-scores = Official scores in bins of five. Heaps at 100 or just over 90 deserve a look.
picture-of-attendance = Each dot a cell; the lines are the limits chance allows at its size (dark 95%, pale 99.8%). Triangles lie under the 99.8% limit.
picture-of-ranks = Dot: the rank; line: the interval it lies in with a chance of 90%. Overlapping intervals cannot be told apart.
picture-of-visits = The committee's part: months visited of months required.
no-cell-fits-the-filter = No cell fits the filter.
hardship-on-the-page = (hardship)
find = Find
all-in-filter = all
shown-in-filter = Shown

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
model-meetings = Model meetings
self-against-upper = Self against upper
assignments = Assignments
suggestion = Suggestion
score-distribution = Score distribution
supervision-sheet = Supervision
data-quality = Data quality
submissions = Submissions
method = Method
shows-key-figures = Key figures
shows-each-cells-month = Each cell's month
shows-cells-by-index = Cells by index
shows-figures-by-type = Figures pooled by cell type
shows-figures-by-committee = Figures pooled by committee
shows-cells-that-need-support = Cells that need support, with the evidence
shows-proposed-hosts = Proposed hosts of model meetings, and who goes to see them
shows-self-against-upper = Self scores against upper scores, by committee and type
shows-assignments = Visits by quarter; assignments without a visit; cells without a follower
shows-scores-to-review = Questions about scores with base rates; no part of the ranking
shows-suggestion = What the meeting criterion alone would allow; no classification
shows-cells-not-reported = Cells without figures for the month
shows-score-distribution = Distribution of scores and grades
shows-supervision = Visits from above, by committee and role
shows-data-quality = Errors and doubts in the submitted sheets
shows-submissions = What became of each sheet
shows-method = Formulas, rules and thresholds
committees = Committees
sources = Sources
shows-committees = Committee by committee: complete, in time, worth of its sheets, what to mend
shows-sources = Program, register, rules and every file, with hashes
by-month = By month
new-and-resolved-flags = New and resolved flags
shows-every-month = Attendance and score of every month so far
shows-flag-changes = Flags against last month: new, continuing, resolved; whom to ask
shows-year-changes = Figures, rank and flags of each cell against the year before
chart-data = Chart data
shows-charts = The span at a glance: trend, last ranks, visits, attendance against peers
shows-chart-data = The numbers that the charts are drawn from

## report/sheets/agreement

self-scores-against-upper-scores = Self scores against upper scores
agreement-note = Months with both scores only. Gap = self − upper. The 95% interval takes cells as independent, since the same people score all months of a cell. Limits of agreement hold 95% of the months. Kappa compares the stated grades (1 = the same, 0 = as by chance). Shaded rows: the interval leaves out the others' mean; something to talk about, no conclusion.
n-1-by-committee = 1. By committee
n-2-by-cell-type = 2. By cell type
committee-type = Committee, type
mean-gap = Mean gap
limits-of-agreement = Limits of agreement
mean-elsewhere = Mean elsewhere
kappa = Kappa
agreement-remark = Remark
no-month-has-both-scores = No month has both scores
self-scores-more-generous-than-elsewhere = self scores more generous than elsewhere
self-scores-stricter-than-elsewhere = self scores stricter than elsewhere
too-few-cells-to-compare = too few cells to compare

## report/sheets/by_month

each-cell-month-by-month = Each cell month by month
by-month-note = An empty cell: no meeting, no report, or nothing in the sheet. Lines are drawn from 50 to 100%; a gap is a month without a figure.
month-of-number = Month { $number }
trend = Trend

## report/sheets/charts/coverage

lowest-coverage-by-quarter = Visits from above by quarter, the { $shown } lowest committees (of { $all }), { $span }
coverage-by-quarter = Visits from above by committee and quarter, { $span }
coverage-chart-note = Months visited, of months in which a visit is required. The committee with the lowest coverage over the span comes first; no bar: no visit in the quarter, or none required.
coverage-of-all-committees = {" "}All committees: sheet “Assignments”.
coverage-chart-told = Lying bars: coverage by quarter of { $shown } of { $all } committees and of all. Lowest over the span: { $name }, { $rate }.
quarter-not-over = { $name } (not over)

## report/sheets/charts/data

numbers-of-the-charts = Numbers of the charts
chart-data-note = The charts of the sheet “Charts” are drawn from the tables below.

## report/sheets/charts/funnel

small-groups = small groups
each-point-is-a-cell-against = Each point is a cell against those of its group. Solid line: the group's common rate (small groups: that of all); dashes and dots: the 95% and 99.8% limits, wider as fewer are due. Circles: within or above the limits, not told from the common rate; diamonds: under the 95% limit; triangles, with names: under the 99.8% limit. The limits tell how much a cell differs from its group, not whether it meets the target: where a whole group differs much, a cell under the target may lie within them.
smaller-groups-are-not-drawn = {" "}{ $left_out } smaller groups are not drawn.
of-large-groups-some-within-the-limits-are-drawn = {" "}Of large groups only some of the cells within the limits are drawn.
attendance-cells = Attendance: { $name } ({ $cells } cells)
funnel-attendance-by-member-meetings-due = Funnel: attendance by member-meetings due, { $name }, { $cells } cells; common rate { $target }; { $below } cells under the 95% limit, { $far } of them under the 99.8% limit.
times-due = Due
position = Place
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

ranks-chart-note = The rank lies within its bar with a chance of 90%. Light part: lower bound to computed rank; dark part: rank to upper bound. A long bar is an uncertain rank; cells whose bars overlap cannot be told apart. ●: { $support }.
ranks-chart-title = The { $number } cells ranked last, with their rank intervals (of { $all } cells)
rank-and-cell = Rank and cell
lower-bound = Lower bound
upper-bound = Upper bound
bar-start = Start of the bar (lower bound − 0.5)
bar-to-rank = To the rank
bar-end = To the end (upper bound + 0.5)
ranks-chart-told = Lying bars: rank intervals of the { $number } cells ranked last, the last one on top. The widest spans { $widest } ranks; the lowest bound is rank { $lowest } of { $all }.
not-drawn = Not drawn
lower-bound-to-rank = Lower bound to rank
rank-to-upper-bound = Rank to upper bound

## report/sheets/charts/trend

attendance-percent = Attendance (%)
visits-from-above-by-quarter = Visits from above, by quarter (%)
trend-chart-note = Attendance: present of due over all cells of the month. Visits: months visited, of those in which a visit is required, in the month's quarter; one that is not over is not drawn. Score: mean official score of the month.
month-by-month = Month by month, { $span }
percent-or-points = % or points of 100
line-from-to = { $name } { $first } to { $last }
trend-chart-told = Lines by month, { $span }, from the first month with figures to the last: { $told }.

## report/sheets/distribution

distribution-of-quality-scores = Distribution of quality scores
scores-of-span = Scores of { $span }
official-score-note = The official score is the upper score, else the self score. Heaps at 100, at multiples of 5 or just over 90 deserve a look.
cell-months-by-score = Cell-months by score
score-bins = Scores
distribution-of-official-scores = Distribution of official scores, { $span }
scored-months = Cell-months
cell-months-by-grade = Cell-months by grade
grade = Grade
by-official-score = By official score
official-scores-by-committee = Official scores by committee, { $span }
score-not-exceeded = Score that this share of months does not exceed
lowest = Lowest
highest = Highest
scores-chart-told = Columns: cell-months by official score; most at { $low }–{ $high } points, { $most } cell-months.
shares-of-grades-by-cell-type = Shares of grades by cell type
parts-under-4-are-not-labelled = Parts under 4% are not labelled.
grades-by-cell-type = Grades by cell type, { $span }
grades-chart-told = Stacked bars: shares of good, fair, average and poor of { $types } cell types and of all; the table above has the numbers.
share-of-scored-months = Share of cell-months

## report/sheets/duties

assignments-and-visits = Assignments and visits
assignments-note = Visits are the committees' duty and do not count against a cell. Hardship cells come first.
n-1-coverage-by-committee-and-quarter = 1. Coverage by committee and quarter
n-2-assignments-without-a-single-visit = 2. Assignments without a single visit
n-3-months-without-a-follower = 3. Cells with months without a follower
follower-role = Follower (role)
hardship = Hardship
months-assigned = Months assigned
which-months = Months
whole-span = all
quarter-as-title = { $year }-Q{ $quarter }

## report/sheets/flag_changes

flags-that-are-new-continue-or = Flags that are new, continue or are resolved
no-flag-then-or-now = No flag then or now
flags-against-last-month = Against last month { $new } flags are new, { $continuing } continue, { $resolved } are resolved and { $unjudged } could not be judged (sheet “{ $sheet }”).
flag-changes-note = New: { $new }. Continuing: { $continuing }. Resolved: { $resolved } (the year to date no longer raises them). Not judged: { $unjudged } (no data to judge by any more). Waiting for the quarter: { $pending } (visits are asked for by quarter; before its end nobody can say what is new or resolved). The evidence of a resolved flag is that of the window before.
state-of-flag = State
flags-then = Then
flags-now = Now

## report/sheets/method

method-and-rules-in-force = Method and rules in force
applied-to-the-figures-of = Applied to the figures of { $span }
map-note = Earlier months are told under today's organisations: counts are summed, rates computed anew from the sums; scores, grades and durations of cells that became one stay only where they are the same, and are never averaged. Of a cell handed over within a month the successor's report stands.
map-counts = On today's map { $merged } cell-months are merged; { $silent } lack the report of a former cell, { $left_out } have fields that could not be merged (the table map_notes names each).
method-figure = Figure
formula-rule = Formula, rule
n-1-formulas = 1. Formulas
formula-attendance = Σ present / Σ due over held months. Due: as stated, else members less exempt, on special duty and attending elsewhere.
formula-interval = Wilson interval of attendance. It takes member-meetings as independent, which they are not (the same few people tend to be absent), so the true interval is wider.
formula-official-score = The upper score; in months without one the self score.
thematic-meetings = Thematic meetings
formula-thematic = Quarters with a thematic meeting / quarters expected, of cells whose sheets tell of them.
formula-visits = Months visited / months required, by quarter and by the register's assignments.
formula-speaking = Σ speakers / Σ present over months that state speakers.
n-2-dated-rules = 2. Dated rules
dated-rules-note = A rule is in force for a month if it began on or before the month's first day.
from-month = from { $since }: { $text }
grades = Grades
rubric = Rubric
rubric-of-nobody-here = only for { $scope }: not in the register
rubric-graded-nothing = graded no month of this window
rubric-graded = graded { $months } cell-months
rubric-trap = The document has a trap: { $what } ({ $kind }).
since-day = , since { $day }
rubric-scope = For { $scope }{ $since }.
rubric-gate = { $grade } needs full points on: { $groups }; without them it is { $otherwise }.
rubric-rescaled = A month without a thematic meeting is graded out of the points it can reach.
grade-limits = good from { $good } points, fair from { $fair }, average from { $average }, poor under { $average }
n-3-flags-and-thresholds = 3. Flags and thresholds
flags-note = A cell needs support with any red flag or at least { $ambers } amber ones among those that count. Red also needs the amber condition; attendance, unexcused absence, duration and speakers are red only with at least { $held } held months.
counts-for-support = Counts
flags-not-judged = Not judged this time, since no sheet has the data: { $silent }.
n-4-index-and-ranking = 4. Index and ranking
index-note = Index = Σ weight × score / Σ weight over the components a cell has. Scores follow fixed goalposts, so one cell's score never depends on another's. Supervision coverage is no part of it.
component = Component
weight = Weight
n-0-at = 0 at
n-100-at = 100 at
made-of = Made of
ranked-if = Ranked: reporting rate from { $reporting }; scores in at least { $scored } months and { $half } of the held ones; weight with data from { $weight }; some member due. The others are listed with the reason.
ranking-has-no-formulas = The sheet “Ranking” has too many cells for formulas: its indices and ranks are values and do not follow a weight changed here.
ranking-has-formulas = Index and overall rank on the sheet “Ranking” of the year's workbook are formulas: they follow a weight changed here at once. The other ranks there stay.
leaning-on-the-group = ; where figures are few they lean on the peer group (under { $least } cells: on all cells)
rank-interval-note = Rank interval: percentiles { $low } and { $high } over { $draws } draws (seed { $seed }), widened to hold the computed rank. Each draw takes weights from Dirichlet({ $concentration } × weight), shares from beta distributions in which { $effect } member-meetings count as one independent one, mean scores from t distributions whose spread leans on the peers with a weight of { $months } months{ $peers }.
made-of-official-score = mean official score
made-of-attendance = attendance
made-of-cadence = months held / months reported
made-of-thematic = thematic quarters / quarters expected
made-of-plan = a thematic plan was submitted (where plans were collected)
n-5-limits = 5. Limits
limit-own-figures = Figures are the units' own. Signals about scoring are questions to ask: they are no part of the index and make no cell need support.
limit-committees-matter = Missing reports and too few visits are the committee's matter and do not count against the cell.
limit-empty-cells = An empty cell means no data, not zero.

## report/sheets/models

model-meetings-title = Model meetings: hosts and cells to support
model-meetings-note = Proposals for the committee to choose from. Hosts are, by the quota of each committee, those of its cells that need no support, raise no question about their scores and were scored from above in enough months, the smallest upper bound (the worst rank) of the rank interval first; the best of a committee need not stand near the top of all. Cells to support go to a host of their type where there is one, in their committee first; “Goes to” says where the type differs.
n-1-proposed-hosts = 1. Proposed hosts
n-2-cells-to-support = 2. Cells to support, and where they go
kind-of-meeting = Kind of meeting
months-scored-from-above = Months scored from above
cells-that-come = cells that come: { $guests }
no-cell-meets-the-conditions = No cell meets the conditions
reasons-focus = Reasons; focus
goes-to = Goes to
regular-in-text = regular
thematic-in-text = thematic
of-another-type = ; of another type
no-fitting-host = no host of its type or committee

## report/sheets/month_cells

each-cells-meeting = Each cell's meeting
no-cell-in-this-month = No cell in this month
month-note = Marked: not held, or shorter than the minimum. The official score is the upper score, else the self score. An empty cell: not in the sheet.
month-note-minimum = {" "}Minimum duration: { $minutes } minutes.
absent = Absent
minutes = Minutes
state-of-meeting = State
held-on = Held on
excused = Excused
unexcused = Unexcused
meeting = Meeting
minimum-column = Minimum
speakers = Speakers
visited = Visited
grade-by-points = Grade
unclear = Unclear
none-in-brackets = (none)
cells-by-grade = Cells by grade
reports-expected = Expected
thematic-held = Thematic
need-support-year-to-date = Need support (year to date)
attendance-trend = Attendance trend
month-note-trend = {" "}Attendance trend: the months of the year so far, from 50 to 100%; the figures stand on the sheet “By month”. Lines do not move when this table is sorted: sort the sheet “By month” instead.
reporting = Reporting
first-report = First report
against-the-deadline = Against the deadline

## report/sheets/month_overview

monthly-summary = Monthly summary
n-2-figures-of = 2. Figures of { $name }
n-3-year-to-date = 3. Year to date ({ $span })
n-4-cells-that-need-support = 4. { $weak } cells that need support over the year to date (of all its cells)
no-data-yet = no data
month-attendance-and-score = Attendance is { $rate } (target { $target }); mean quality score: { $score }.
year-to-date-need-support = Over the year to date { $weak } cells need support.
all-reported-and-met = Every cell has reported and met.
reported-missing-not-held = { $reported }/{ $cells } cells have reported; { $missing } have not; { $not_held } report no meeting.
cells-in-text = cells
active-in-the-month = active in the month
reporting-cells = reporting cells
members-or-those-due = those due where a sheet does not say
members-in-text = members
thematic-meetings-held = Thematic meetings
cells-whose-sheets-say = cells whose sheets say
visited-from-above = Visited from above
scores-from-above = scores from above
member-meetings = member-meetings

## report/sheets/month_reports

sheets-give-no-date = sheets give no date
days-late = { $days } days late
in-time-cells-late = in time; { $late } cells late
in-time-in-text = in time

## report/sheets/not_reported

cells-that-have-not-reported = Cells that have not reported
cells-without-figures = { $number }/{ $all } cells have no figures for the month.
months-missing-this-year = Months missing this year
reason = Reason
every-cell-has-reported = Every cell has reported
its-row-was-rejected = its row was rejected: { $meaning }
sheet-without-the-cell = the committee's sheet does not name the cell
no-sheet-from-the-committee = no sheet from the committee

## report/sheets/overview

value = Value
consists-of = Made of
grade-by-score = Grade by score
scored-cell-months = Scored cell-months
share = Share
base-cells-in-brackets = {" "}(base cells)
overview-rank-interval = {" "}The rank lies in its interval with a chance of 90%; a wide interval means an uncertain rank.
reading-in-short = { $read } sheets of the inbox were read, { $refused } of them not usable; { $rejected }/{ $rows } rows were rejected; errors for the units to mend: { $errors } (sheet “{ $quality }” of the workbook).
reading-without-fault = { $read } sheets with { $rows } rows of the inbox were read; none was rejected.
sheets-of-this-report = Sheets of this report
marked-cells-need-support = Cells marked ● need support.
how-to-read-this-report = How to read this report
how-to-read-ranks = Beside a rank stands its interval: of two cells whose intervals overlap neither is surely ahead.
how-to-read-flags = A cell with one red flag or { $ambers } amber flags needs support; its evidence stands beside each flag.
how-to-read-empty-cells = An empty cell means that the sheets say nothing; it is no zero.
how-to-trace-numbers = Every number answers, back to file, sheet and cell: chibo explain CODE --period { $period }.

## report/sheets/pooled

hardship-area = Hardship
secretary-with-a-village-office = Secretary with a village office
figures-by-cell-type = Figures by cell type
pooled-note = Rates are sums divided by sums, never means of rates. Thematic meetings count only cells whose sheets tell of them. An empty cell means no data.
months-by-grade = Months by grade
quarters-expected = Quarters
mean = Mean
sheets-silent-on = Its sheets say nothing of

## report/sheets/provenance

what-this-report-was-made-of = What this report was made of
hash-note = A SHA-256 hash tells whether a file is still what was read; the same files, register, rules, options and program give this very report.
name-as-title = Name
sha-256 = SHA-256
n-1-program = 1. Program and options
version = Version, value
n-2-register-and-rules = 2. Register and rules
source-of-rule = Source
register = Register
the-committees-own = the Committee's own
built-in = built in
n-3-files-of-the-inbox = 3. { $number } files of the inbox
readable = Readable

## report/sheets/quality

data-quality-of-the-submitted-sheets = Data quality of all sheets in the inbox
quality-note = An error keeps the row out of the figures and is for the unit to mend and send again. A warning keeps the row, but somebody should look. Information needs no action.
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
of-which-accepted = – accepted
of-which-rejected = – rejected
filled-cells-read = Filled cells read
of-which-used = – used
of-which-repaired = – used after repair
of-which-layout = – headings, numbering, totals

## report/sheets/ranking

cells-ranked-by-index = Cells ranked by index
not-enough-data-to-be-ranked = Not enough data to be ranked ({ $number } cells)
rank-among-all = All
ranking-note = Index and components run from 0 to 100; the sheet “Method” tells how, and weights changed there recompute the index and the overall rank (not the other ranks, nor the intervals). The order is for reference; it is no classification.
ranking-note-interval = {" "}Rank interval: the rank lies in it with a chance of 90% (it always holds the computed rank); cells whose intervals overlap cannot be told apart.
upper-scored-group = Scored from above
rank-among-peers = Peers
ranked-attendance = Attendance rate
months-held-and-due = Months held / due
components-0-100 = Components (0–100)
never-scored-from-above = never scored from above

## report/sheets/review

review-note = Questions to talk over with the units; no part of index, flags or rank. The base rate is that of all cells; the probability tells how often chance alone would bring as much. In a long list some rows are chance.
review-of-all = Overall
review-by-cell = By cell
whose-scores = Scores of
times-found = Times
out-of = Of
base-rate = Base rate
probability-by-chance = Probability by chance

## report/sheets/senders

committees-complete-in-time-to-mend = Committees: complete, in time, to mend
in-time-reports-by-the-deadline = In time: reports by the deadline over reports due, by the date of the first sheet with an accepted row. An error keeps a row out; a doubt costs nothing.
monthly-reports-as-title = Monthly reports
sheets = Sheets
rows = Rows
filled-cells = Filled cells
for-the-committee = For the committee
reports-due = Due
reports-there = There
in-time = In time
received = Received
not-usable = Not usable
other-or-unknown-senders = Other or unknown senders
sent-again = Sent again
read-as-total = Read
rejected-as-total = Rejected
errors-to-mend = Errors
doubts = Doubts

## report/sheets/submissions

what-became-of-the-submitted-sheets = What became of the submitted sheets
submissions-note = One row per sheet of a submitted file. Every filled cell is accounted for: used, used after repair, rejected, or layout (headings, numbering, totals).
nothing-was-received = Nothing was received
rows-of-cells = Rows
number-of-filled-cells = Filled cells
dated = Dated
revision = Revision
outcome = Outcome
read-as-column = Read
accepted-as-column = Accepted
rejected-as-column = Rejected
used-as-column = Used
layout = Layout

## report/sheets/suggestion

suggestion-title = Suggestion by the meeting criterion
grade-of-the-year = Grade of the year
this-criterion-would-allow = This criterion would allow
missing-data = Missing data
neither-grade = neither
httnv-or-better = HTTNV or better
httnv = HTTNV
most-htxsnv = Most HTXSNV
htxsnv-proposed = HTXSNV proposed
over-the-cap = Over

## report/sheets/supervision

supervision-of-cell-meetings = Supervision of cell meetings
supervision-note = Coverage = months visited / months in which a visit is required by assignment. No evidence of a visit counts as none. It speaks of the committee above and is no part of a cell's index. Cells that need no follower, for their secretary sits on the committee above: { $needless }.
n-1-by-unit = 1. By committee
coverage-by-level-note = Coverage by level is given where at least { $least } of the visits state the level.
visits-of-unknown-level = Visits of unknown level
coverage-by-level = Coverage by level
cells-visited = Cells visited
required = Required
attended = Attended
coverage = Coverage
level-upper = Upper
level-committee = Committee
level-assisting = Assisting
cells-unassigned = Cells unassigned
n-2-by-role-of-the-follower = 2. By role of the follower
the-register-assigns-nobody = The register assigns nobody.
visits-by-role-note = Sheets say that somebody came, seldom who: a visit counts for every role assigned to the cell.
units-followed = Committee of the cells
role = Role
n-3-cells-never-visited = 3. Cells never visited
months-with-assignment = Months assigned
nobody-assigned = nobody assigned

## report/sheets/support

support-title = Cells that need support
support-note = Cells with a red flag or at least { $ambers } amber ones; by the number of red flags, then of amber ones, then the lower rank first. The list is for the committee to choose from; it is no classification.
to-see-a-meeting = To see a { $kind } meeting of { $host }
proposed-support = Proposed support
hardship-on-a-new-line =
    {""}
    (hardship)

## report/sheets/thresholds

threshold-months-not-held = months not held
threshold-quarters-without = quarters without a thematic meeting
threshold-median-score = median score
threshold-no-plan = no thematic plan, where plans were collected
threshold-months-not-reported = months not reported
coverage-in-text = coverage
threshold-no-assignment = no assignment in any month
threshold-contradictions = months in which a criterion's points contradict the facts
threshold-same-score = the same self score in at least { $months } successive held months
at-least-so-many = at least { $number } { $what }
under-limit = { $what } under { $limit }
attendance-under = attendance under { $target }
attendance-surely-under = the 95% upper bound is under { $target } too, with more than { $absent } absent per meeting
unexcused-over = unexcused absences over { $amber } of those due, and at least { $least }
unexcused-surely-over = over { $red }, and the 95% lower bound over { $low }
too-short-over = over { $limit } of meetings under the minimum
where-durations-are-stated = {" "}(where at least { $stated } meetings state a duration)
falling-by = mean of the last 3 months at least { $amber } points under the 3 before, and more than { $errors } standard errors
falling-by-more = at least { $red } points, the same test
self-over-upper-by = self score at least { $limit } points over the upper score on average
where-both-scores-are = {" "}(with both scores in at least { $months } months)
in-force-from = from { $day }
in-force-before = before { $next }
in-force-always = always
in-force-now = {" "}(in force in the last month)
attendance-target = Attendance target
minutes-required = { $minutes } minutes; regular and thematic in one session: { $combined } minutes
minimum-duration = Minimum duration

## report/sheets/year_changes

n-1-the-whole = 1. The whole
n-2-cell-by-cell = 2. Cell by cell
year-changes-note = Only attendance and rank are tested: a change is clear where the two intervals do not overlap (of 95% for attendance, { $effect } member-meetings counting as one independent one; of 90% for the rank, also as a share of the cells ranked each year); where they do, it cannot be told from chance. Differences of rates are in percentage points. Cells that changed clearly come first.
change = Change
months-held-rate = Months with a meeting, of those reported
clear-change = Clear change
new-cells = New cells, not there the year before ({ $number_new })
gone-cells = Cells that are gone this year ({ $number_gone })
attendance-up = attendance up
attendance-down = attendance down
rank-up = rank up
rank-down = rank down
within-chance = not told from chance
support-new = new
support-still = still
support-no-more = no more
attendance-a-year-before = attendance is { $now } (a year before { $then })
mean-score-a-year-before = the mean score { $now } (a year before { $then })
against-last-year = Against { $span }: { $told }.
support-against-last-year = Of the cells that were there both years { $new } came to need support, { $still } still do, { $no_more } do no more and { $open } could not be judged for want of data.
ranks-against-last-year = The rank of { $up } cells rose and of { $down } fell clearly; of { $within } a move cannot be told from chance.

## report/sheets/year_overview

summary-report = Summary report
n-2-key-figures = 2. Key figures
n-3-cells-that-need-support = 3. { $weak } cells that need support, by committee (of all its cells)
n-4-cells-ranked-last = 4. The five cells ranked last
all-cells-ranked = All { $ranked } cells could be ranked.
cells-ranked-and-not = { $ranked } cells could be ranked; { $unranked } lack the data for it.
no-cell-needs-support = No cell needs support.
cells-needing-support = { $number } cells need support, { $red } of them with a red flag; most often: { $main }.
base-attached = { $base } base, { $attached } attached
member-meetings-target = member-meetings; target { $target }
latest-reported = latest reported
cells-reporting = Cells reporting
monthly-meetings-held = Monthly meetings held
meetings-due-and-missing = of { $due }; { $not_held } not held, { $missing } not reported
cell-quarters = cell-quarters
sheets-silent = ; sheets of { $silent } cells are silent
quarters-with-thematic = Quarters with a thematic meeting
scored-from-above = scored from above
score-range = from { $low } to { $high }; { $scored }
share-and-red = { $rate } of the cells; { $red } with a red flag
attendance-missing-target = Attendance is { $percent }, missing the target of { $target_text }; { $below } cells are under it.
attendance-meeting-target = Attendance is { $percent }, meeting the target of { $target_text }; { $below } cells are under it.

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
months-not-reported = Months not reported
too-few-visits-from-above = Too few visits from above
nobody-assigned-to-attend = Nobody assigned to attend
self-score-over-upper-score = Self score over upper score
constant-self-score = Constant self score
points-contradict-the-facts = Points contradict the facts
component-quality = Quality
component-attendance = Attendance
component-cadence = Cadence
component-speaking = Speaking
component-plan = Plan
sheet-accepted = Accepted
sheet-partly-accepted = Partly accepted
sheet-not-accepted = Rejected
sheet-superseded = Superseded
sheet-unrecognised = Unrecognised
sheet-duplicate = Duplicate
warning = Warning
information = Info
superior = Superior
grassroots-committee = Grassroots committee
section-committee = Section committee
base-cell = Base cell
attached-cell = Attached cell
hardship-in-text = hardship
no-hardship = no hardship
secretary-concurrent = with a village office
secretary-not-concurrent = without one
report-classifies-nobody = This report proposes and ranks for reference and does not classify; judging and deciding is for the competent committee.
flag-new = New
flag-continuing = Continuing
flag-resolved = Resolved
flag-not-judged = Not judged
waiting-for-the-quarter = Waiting for the quarter
ask-who-is-absent = The cell committee: who is absent again and again, and why (work away, shifts, health); does the hour suit?
ask-about-unexcused = The cell committee: were those absent without a reason spoken to; are reasons recorded rightly?
ask-why-not-held = The secretary: why was there no meeting; was it made up for?
ask-about-missing-thematic = The secretary: was the missing thematic meeting held and not reported, or not held; what is planned next?
ask-about-preparation = The secretary: how are meetings prepared; are they joined with other meetings?
ask-about-speakers = The secretary: are papers sent ahead and questions prepared; who does not speak, and why?
ask-which-criteria = The cell committee: on which criteria are points lost; what help is needed?
ask-what-changed = The cell committee: what has changed over the last three meetings; which criteria lose points?
ask-about-plan = The cell committee: has the year's thematic plan been made and sent for approval?
ask-about-report = The committee above: was the sheet sent; when will what is missing follow?
ask-about-visits = The committee above: did the follower attend without a record, or not attend?
ask-when-assigned = The committee above: when will somebody be assigned to follow the cell?
ask-why-scores-differ = The cell committee and the scorer: on which criteria do they differ, and on what grounds?
ask-how-it-is-scored = The cell committee: is each meeting scored by its criteria, or last month's score taken over?
ask-what-points-rest-on = The cell committee: what do the points rest on where the figures say otherwise; which of the two is wrong?

## rollup

query-fails = the query does not run: { $error }. Mend this file, or remove it to use the built-in one.
result-does-not-fit = the result does not fit the table's columns: { $what }.

## rules

rules-not-found = The rules folder { $shown } was not found. Check --pipelines.
not-utf-8 = is not UTF-8 text. Save it as UTF-8.

## rules/checking

rule-mistake-with-nearest = { $what }. Did you mean `{ $near }`? Mend it in this file and run again.
rule-mistake = { $what }. Mend it in this file and run again.

## rules/rubric/traps

in-no-band = in no band
in-two-bands = in two bands
does-not-add-up = does not add up
most-without-thematic = the most of a month without a thematic meeting

## run

output-in-inbox = The output folder { $out } lies in the inbox. Choose another place with --out.
no-unit-with-active-cells = By the register no unit{ $unit } has cells active in { $period }.
no-blank-form-in-the-way = { $path } is there and is no blank form; it is not overwritten. Choose another folder with --out.

## shared

error = Error
yes = yes
no = no
index = Index
self-in-text = self
upper-in-text = upper
good = Good
fair = Fair
average = Average
poor = Poor
rank = Rank
row-number = No.
cell = Cell
type = Type
members = Members
attendance = Attendance
mean-score = Mean score
rank-in-unit = Unit
severity = Severity
matter = Matter
evidence = Evidence
file = File
sheet = Sheet
sheet-cell = Cell
as-written = As written
how-to-mend-it = How to mend it
none = None
attendance-rate = Attendance
figure = Figure
quality-of-cell-meetings = Quality of cell meetings, { $span }
ranking = Ranking
no-cells = None
interval = Interval
committee = Committee
flags = Flags
committee-short = Committee
unranked = unranked
score = Score
figures-of = Figures of { $span }
all-cells = All
number-of-cells = Cells
number-of-months = Months
n-95-interval = 95% interval
median = Median
speaking = Speaking
amber = Amber
red = Red
speaking-in-text = share of speakers
by-committee = By committee
scores-to-review = Scores to review
not-reported = Not reported
by-the-figures-of = By the figures of { $span }
remark = Remark
attending = Attendance
present = Present
due = Due
rate = Rate
thematic = Thematic
self-as-title = Self
official = Official
figures-by-committee = Figures by committee
reported = Reported
held = Held
not-held = Not held
n-1-in-short = 1. In short
cells-as-title = Cells
visits-to-meetings = Visits from above
required-visits = required visits
reporting-rate = Reported
monthly-reports-in-text = monthly reports
sent-by = Sent by
unit-in-text = unit
rank-interval = Rank (interval)
place-among-units = Place
from-start-to-end = { $start } to { $end }
repaired = Repaired
not-reported-in-text = not reported
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
points-of-a-criterion = Points of a criterion
cell-not-in-register = the cell '{ $code }' is not in the register.
thematic-quarter-rate = Quarters with a thematic meeting
coverage-from-above = Visits from above
needs-support = Needs support
no-data = No data
visits-from-above = Visits from above
upper-as-title = Upper
no-cell-could-be-ranked = No cell could be ranked
cell-meetings = Cell meetings, { $span }

## status

months-as-column = Months
next-ask-units = Ask the { $silent } units whose months or cells are missing (table above).
next-send-back = Send back to be mended: { $errors } kinds of error below.
next-decide = { $proposals } readings may be decided once: chibo status --decisions.
next-run-report = Nothing is open: run the report.
next-steps = Next:
and-more-kinds = and { $rest } more: chibo check FILE, or the sheet 'Data quality' of the workbook.
late-in-list = late:
complete-in-table = complete
errors-in-table = errors
warnings-in-table = warnings
missing-in-table = missing (cells), late
