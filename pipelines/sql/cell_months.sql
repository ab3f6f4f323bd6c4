-- cell_months: one row per cell and expected month, with everything known about that month.
--
-- In:  units, assignments, months, cell_rules, meetings, visits, first_reports
-- Out: the columns of cell_months in their order, sorted by cell_id, period
--
-- required_visits(quarter) = min(max visits_per_quarter, expected months with an active assignment)
-- official_score           = upper_score, else self_score

WITH
-- Days as text order as days do, and the empty text stands before all of them, like a missing first day.
cells AS (
    SELECT
        unit_id AS cell_id,
        parent_id,
        cell_type,
        min_duration_min,
        valid_from,
        valid_to,
        COALESCE(CAST(valid_from AS STRING), '') AS starts
    FROM units
    WHERE tier = 'base' OR tier = 'attached'
),
-- Where a cell changes hands inside a month, the later validity speaks for that month.
successions AS (
    SELECT earlier.cell_id AS cell_id, earlier.starts AS starts, MIN(later.valid_from) AS next_from
    FROM cells AS earlier
    INNER JOIN cells AS later ON earlier.cell_id = later.cell_id
    WHERE later.starts > earlier.starts
    GROUP BY earlier.cell_id, earlier.starts
),
tenures AS (
    SELECT
        c.cell_id AS cell_id,
        c.parent_id AS parent_id,
        c.cell_type AS cell_type,
        c.min_duration_min AS min_duration_min,
        c.valid_from AS valid_from,
        c.valid_to AS valid_to,
        s.next_from AS next_from
    FROM cells AS c
    LEFT JOIN successions AS s ON c.cell_id = s.cell_id AND c.starts = s.starts
),
-- A cell is active in a month if its validity touches it.
expected AS (
    SELECT
        t.cell_id AS cell_id,
        m.period AS period,
        m.quarter AS quarter,
        t.parent_id AS unit_id,
        t.cell_type AS cell_type,
        t.min_duration_min AS min_duration_min,
        m.duration_required AS duration_required,
        m.combined_duration_required AS combined_duration_required,
        m.grade_good_from AS grade_good_from,
        m.grade_fair_from AS grade_fair_from,
        m.grade_average_from AS grade_average_from,
        m.rubric AS rubric
    FROM tenures AS t
    CROSS JOIN months AS m
    WHERE (t.valid_from IS NULL OR t.valid_from <= m.last_day)
        AND (t.valid_to IS NULL OR t.valid_to >= m.first_day)
        AND (t.next_from IS NULL OR t.next_from > m.last_day)
),
-- Several followers share one duty, so the largest number asked for counts, not the sum.
asked AS (
    SELECT a.cell_id AS asked_cell, m.period AS asked_period, MAX(a.visits_per_quarter) AS visits_asked
    FROM assignments AS a
    CROSS JOIN months AS m
    WHERE (a.valid_from IS NULL OR a.valid_from <= m.last_day)
        AND (a.valid_to IS NULL OR a.valid_to >= m.first_day)
    GROUP BY a.cell_id, m.period
),
asked_quarters AS (
    SELECT
        e.cell_id AS duty_cell,
        e.quarter AS duty_quarter,
        MAX(k.visits_asked) AS visits_asked,
        CAST(COUNT(k.visits_asked) AS BIGINT) AS months_assigned
    FROM expected AS e
    INNER JOIN asked AS k ON e.cell_id = k.asked_cell AND e.period = k.asked_period
    GROUP BY e.cell_id, e.quarter
),
duties AS (
    SELECT
        duty_cell,
        duty_quarter,
        CASE WHEN visits_asked < months_assigned THEN visits_asked ELSE months_assigned END AS required_visits
    FROM asked_quarters
),
logged AS (
    SELECT
        cell_id AS logged_cell,
        period AS logged_period,
        MAX(CASE WHEN level = 'upper' THEN 1 ELSE 0 END) AS by_upper,
        MAX(CASE WHEN level = 'committee' THEN 1 ELSE 0 END) AS by_committee,
        MAX(CASE WHEN level = 'assisting' THEN 1 ELSE 0 END) AS by_assisting
    FROM visits
    GROUP BY cell_id, period
),
reported AS (
    SELECT
        cell_id AS met_cell,
        period AS met_period,
        status,
        held_on,
        thematic_held_on,
        members,
        exempt,
        due,
        present,
        absent_excused,
        absent_unexcused,
        duration_min,
        speakers,
        thematic,
        committee_met,
        COALESCE(visited, FALSE) AS table_visited,
        CASE WHEN visited THEN visit_level END AS table_level,
        self_score,
        upper_score,
        COALESCE(upper_score, self_score) AS official_score,
        -- rounded as every figure is before it meets a threshold
        ROUND(COALESCE(upper_score, self_score), 9) AS graded_score,
        self_grade,
        upper_grade,
        file,
        sheet,
        row
    FROM meetings
),
graded_by AS (
    SELECT
        cell_id AS graded_cell,
        period AS graded_period,
        rubric AS own_rubric,
        grade_good_from AS good_from,
        grade_fair_from AS fair_from,
        grade_average_from AS average_from,
        at_best,
        gates_open
    FROM cell_rules
),
-- Whether a month was reported on time is settled by the first sheet with a row of the cell, even one replaced since.
first_sent AS (
    SELECT cell_id AS sent_cell, period AS sent_period, report_date AS sent_on
    FROM first_reports
)
SELECT
    e.cell_id AS cell_id,
    e.period AS period,
    e.quarter AS quarter,
    e.unit_id AS unit_id,
    e.cell_type AS cell_type,
    r.status IS NOT NULL AS reported,
    r.status AS status,
    r.held_on AS held_on,
    r.thematic_held_on AS thematic_held_on,
    r.members AS members,
    r.exempt AS exempt,
    r.due AS due,
    r.present AS present,
    r.absent_excused AS absent_excused,
    r.absent_unexcused AS absent_unexcused,
    r.duration_min AS duration_min,
    -- What the competent committee set for the cell goes before the general rule. A thematic meeting
    -- without a day of its own was held together with the regular one.
    CASE
        WHEN e.min_duration_min IS NOT NULL THEN e.min_duration_min
        WHEN r.thematic AND (r.thematic_held_on IS NULL OR r.thematic_held_on = r.held_on)
            THEN e.combined_duration_required
        ELSE e.duration_required
    END AS duration_required,
    r.speakers AS speakers,
    r.thematic AS thematic,
    r.committee_met AS committee_met,
    COALESCE(d.required_visits, 0) AS required_visits,
    k.visits_asked IS NOT NULL AS assigned,
    COALESCE(r.table_visited, FALSE) OR l.by_upper IS NOT NULL AS visited,
    COALESCE(r.table_level = 'upper', FALSE) OR COALESCE(l.by_upper = 1, FALSE) AS visited_upper,
    COALESCE(r.table_level = 'committee', FALSE) OR COALESCE(l.by_committee = 1, FALSE) AS visited_committee,
    COALESCE(r.table_level = 'assisting', FALSE) OR COALESCE(l.by_assisting = 1, FALSE) AS visited_assisting,
    r.self_score AS self_score,
    r.upper_score AS upper_score,
    r.official_score AS official_score,
    CASE
        WHEN r.status <> 'held' OR r.official_score IS NULL THEN NULL
        -- The rubric of a cell's own committee goes before the general one; its conditions may lower the grade.
        WHEN r.graded_score >= COALESCE(g.good_from, e.grade_good_from) AND g.at_best IS NULL THEN 'good'
        WHEN r.graded_score >= COALESCE(g.fair_from, e.grade_fair_from)
            AND (g.at_best IS NULL OR g.at_best = 'fair') THEN 'fair'
        WHEN r.graded_score >= COALESCE(g.average_from, e.grade_average_from)
            AND (g.at_best IS NULL OR g.at_best <> 'poor') THEN 'average'
        ELSE 'poor'
    END AS official_grade,
    r.status = 'held' AND COALESCE(g.gates_open, FALSE) AS gates_open,
    r.self_grade AS self_grade,
    r.upper_grade AS upper_grade,
    f.sent_on AS report_date,
    COALESCE(g.own_rubric, e.rubric) AS rubric,
    r.file AS file,
    r.sheet AS sheet,
    r.row AS row
FROM expected AS e
LEFT JOIN reported AS r ON e.cell_id = r.met_cell AND e.period = r.met_period
LEFT JOIN asked AS k ON e.cell_id = k.asked_cell AND e.period = k.asked_period
LEFT JOIN duties AS d ON e.cell_id = d.duty_cell AND e.quarter = d.duty_quarter
LEFT JOIN logged AS l ON e.cell_id = l.logged_cell AND e.period = l.logged_period
LEFT JOIN graded_by AS g ON e.cell_id = g.graded_cell AND e.period = g.graded_period
LEFT JOIN first_sent AS f ON e.cell_id = f.sent_cell AND e.period = f.sent_period
ORDER BY cell_id, period
