-- cell_summary: one row per cell active in at least one month of the window, with its figures over the window.
--
-- In:  cell_months, units, months, assignments, plans
-- Out: the columns of cell_summary in their order, sorted by cell_id
--
-- attendance_rate      = Σ min(present, due) / Σ due, over held months with due > 0 and present stated
-- attendance_rate_net  = Σ min(present, due − excused) / Σ (due − excused), over those that state excused
-- supervision, quarter = min(required, months with a visit); coverage = Σ attended / Σ required
-- quality_*            = over held months with an official score
-- speakers_ratio       = Σ min(speakers, present) / Σ present, over held months that give speakers
--
-- Counts are 0 when there is nothing to count; sums, rates and means are null when nothing states them.
-- A SUM over nothing is null in some engines and 0 in others, hence COUNT beside every sum that may be null.
-- Scores are summed in millionths as integers: a sum of floats would depend on the order of the rows.

WITH
span AS (
    SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM months
),
-- Who the cell is: the latest validity that touches the window. Days as text order as days do, and the empty
-- text stands before all of them, like a missing first day.
tenures AS (
    SELECT
        u.unit_id AS cell_id,
        u.name AS cell_name,
        u.parent_id AS parent_id,
        u.cell_type AS cell_type,
        u.peer_group AS peer_group,
        u.tier AS tier,
        u.hardship AS hardship,
        u.concurrent_secretary AS concurrent_secretary,
        u.needs_no_follower AS needs_no_follower,
        u.has_committee AS has_committee,
        COALESCE(CAST(u.valid_from AS STRING), '') AS starts
    FROM units AS u
    CROSS JOIN span AS w
    WHERE (u.tier = 'base' OR u.tier = 'attached')
        AND (u.valid_from IS NULL OR u.valid_from <= w.last_day)
        AND (u.valid_to IS NULL OR u.valid_to >= w.first_day)
),
latest_tenures AS (
    SELECT cell_id AS latest_cell, MAX(starts) AS latest_start FROM tenures GROUP BY cell_id
),
-- The organisation above goes by one name everywhere: its latest one in or before the window.
names AS (
    SELECT u.unit_id AS named_id, u.name AS known_name, COALESCE(CAST(u.valid_from AS STRING), '') AS starts
    FROM units AS u
    CROSS JOIN span AS w
    WHERE u.valid_from IS NULL OR u.valid_from <= w.last_day
),
latest_names AS (
    SELECT named_id AS latest_id, MAX(starts) AS latest_start FROM names GROUP BY named_id
),
parents AS (
    SELECT n.named_id AS above_id, n.known_name AS above_name
    FROM names AS n
    INNER JOIN latest_names AS l ON n.named_id = l.latest_id AND n.starts = l.latest_start
),
identities AS (
    SELECT
        t.cell_id AS cell_id,
        t.cell_name AS cell_name,
        t.parent_id AS unit_id,
        p.above_name AS unit_name,
        t.cell_type AS cell_type,
        t.peer_group AS peer_group,
        t.tier AS tier,
        t.hardship AS hardship,
        t.concurrent_secretary AS concurrent_secretary,
        t.needs_no_follower AS needs_no_follower,
        t.has_committee AS has_committee
    FROM tenures AS t
    INNER JOIN latest_tenures AS l ON t.cell_id = l.latest_cell AND t.starts = l.latest_start
    LEFT JOIN parents AS p ON t.parent_id = p.above_id
),
-- What each month brings to the sums; null where it brings nothing.
facts AS (
    SELECT
        c.cell_id AS cell_id,
        c.period AS period,
        c.reported AS reported,
        c.status AS status,
        c.assigned AS assigned,
        c.visited AS visited,
        c.visited_upper OR c.visited_committee OR c.visited_assisting AS level_known,
        c.report_date AS report_date,
        c.report_date <= m.deadline AS timely,
        CASE WHEN c.status = 'held' AND c.due > 0 AND c.present IS NOT NULL THEN c.due END AS counted_due,
        CASE
            WHEN c.status <> 'held' OR c.due <= 0 THEN NULL
            WHEN c.present > c.due THEN c.due
            WHEN c.due IS NOT NULL THEN c.present
        END AS counted_present,
        -- A month in which everybody due was excused has nobody left to count.
        CASE
            WHEN c.status = 'held' AND c.present IS NOT NULL AND c.due > c.absent_excused
                THEN c.due - c.absent_excused
        END AS net_due,
        CASE
            WHEN c.status = 'held' AND c.present IS NOT NULL AND c.due > c.absent_excused
                THEN CASE
                    WHEN c.present > c.due - c.absent_excused THEN c.due - c.absent_excused
                    ELSE c.present
                END
        END AS net_present,
        CASE WHEN c.status = 'held' AND c.due > 0 THEN c.absent_unexcused END AS unexcused,
        CASE
            WHEN c.status = 'held' AND c.due > 0 AND c.absent_unexcused IS NOT NULL THEN c.due
        END AS unexcused_due,
        CASE
            WHEN c.status <> 'held' THEN NULL
            WHEN c.speakers > c.present THEN c.present
            WHEN c.present IS NOT NULL THEN c.speakers
        END AS heard,
        CASE WHEN c.status = 'held' AND c.speakers IS NOT NULL THEN c.present END AS listeners,
        CASE WHEN c.status = 'held' THEN c.committee_met END AS committee_met,
        CASE WHEN c.status = 'held' THEN c.official_score END AS score,
        CASE WHEN c.status = 'held' THEN c.official_grade END AS grade,
        CASE WHEN c.status = 'held' THEN CAST(ROUND(c.official_score * 1000000) AS BIGINT) END AS official_e6,
        CASE WHEN c.status = 'held' THEN CAST(ROUND(c.self_score * 1000000) AS BIGINT) END AS self_e6,
        CASE WHEN c.status = 'held' THEN CAST(ROUND(c.upper_score * 1000000) AS BIGINT) END AS upper_e6
    FROM cell_months AS c
    INNER JOIN months AS m ON c.period = m.period
),
sums AS (
    SELECT
        cell_id AS sum_cell,
        CAST(COUNT(period) AS BIGINT) AS months_expected,
        CAST(COUNT(CASE WHEN reported THEN 1 END) AS BIGINT) AS months_reported,
        CAST(COUNT(CASE WHEN status = 'held' THEN 1 END) AS BIGINT) AS months_held,
        CAST(COUNT(CASE WHEN status = 'not_held' THEN 1 END) AS BIGINT) AS months_not_held,
        CAST(COUNT(counted_due) AS BIGINT) AS attendance_months,
        SUM(counted_due) AS counted_due,
        SUM(counted_present) AS counted_present,
        SUM(net_due) AS net_due,
        SUM(net_present) AS net_present,
        CAST(COUNT(unexcused) AS BIGINT) AS unexcused_months,
        SUM(unexcused) AS unexcused,
        SUM(unexcused_due) AS unexcused_due,
        SUM(heard) AS heard,
        SUM(CASE WHEN heard IS NOT NULL THEN listeners END) AS listeners,
        CAST(COUNT(CASE WHEN assigned THEN 1 END) AS BIGINT) AS months_assigned,
        CAST(COUNT(CASE WHEN visited THEN 1 END) AS BIGINT) AS months_visited,
        CAST(COUNT(CASE WHEN visited AND NOT level_known THEN 1 END) AS BIGINT) AS months_level_unknown,
        CAST(COUNT(committee_met) AS BIGINT) AS committee_known,
        CAST(COUNT(CASE WHEN committee_met THEN 1 END) AS BIGINT) AS committee_months,
        CAST(COUNT(score) AS BIGINT) AS quality_n,
        MEDIAN(score) AS quality_median,
        MIN(score) AS quality_min,
        MAX(score) AS quality_max,
        SUM(official_e6) AS official_sum,
        SUM(official_e6 * official_e6) AS official_squares,
        CAST(COUNT(CASE WHEN grade = 'good' THEN 1 END) AS BIGINT) AS grade_good,
        CAST(COUNT(CASE WHEN grade = 'fair' THEN 1 END) AS BIGINT) AS grade_fair,
        CAST(COUNT(CASE WHEN grade = 'average' THEN 1 END) AS BIGINT) AS grade_average,
        CAST(COUNT(CASE WHEN grade = 'poor' THEN 1 END) AS BIGINT) AS grade_poor,
        CAST(COUNT(self_e6) AS BIGINT) AS self_n,
        SUM(self_e6) AS self_sum,
        CAST(COUNT(upper_e6) AS BIGINT) AS upper_n,
        SUM(upper_e6) AS upper_sum,
        CAST(COUNT(self_e6 - upper_e6) AS BIGINT) AS gap_n,
        SUM(self_e6 - upper_e6) AS gap_sum,
        CAST(COUNT(report_date) AS BIGINT) AS months_dated,
        CAST(COUNT(CASE WHEN timely THEN 1 END) AS BIGINT) AS months_timely
    FROM facts
    GROUP BY cell_id
),
-- Standard deviation, exactly: with q the mean rounded down and r the remainder,
-- Σ(x − mean)² = Σx² − 2qΣx + nq² − r²/n. Every term but the last is an integer, and equal scores give 0.
centred AS (
    SELECT
        sums.*,
        CASE
            WHEN quality_n > 0
                THEN CAST(FLOOR(CAST(official_sum AS DOUBLE) / CAST(quality_n AS DOUBLE)) AS BIGINT)
        END AS centre
    FROM sums
),
-- The members of the latest month that states them; where none does, those due.
latest_stated AS (
    SELECT
        cell_id AS stated_cell,
        COALESCE(
            MAX(CASE WHEN members IS NOT NULL THEN period END),
            MAX(CASE WHEN due IS NOT NULL THEN period END)
        ) AS stated_period
    FROM cell_months
    GROUP BY cell_id
),
latest_members AS (
    SELECT c.cell_id AS members_cell, COALESCE(c.members, c.due) AS members
    FROM cell_months AS c
    INNER JOIN latest_stated AS l ON c.cell_id = l.stated_cell AND c.period = l.stated_period
),
-- Followers of each level share the duty of their level, as all followers share the duty of the cell.
level_asked AS (
    SELECT
        a.cell_id AS asked_cell,
        m.period AS asked_period,
        MAX(CASE WHEN a.visit_level = 'upper' THEN a.visits_per_quarter END) AS upper_asked,
        MAX(CASE WHEN a.visit_level = 'committee' THEN a.visits_per_quarter END) AS committee_asked,
        MAX(CASE WHEN a.visit_level = 'assisting' THEN a.visits_per_quarter END) AS assisting_asked
    FROM assignments AS a
    CROSS JOIN months AS m
    WHERE a.visit_level IS NOT NULL
        AND (a.valid_from IS NULL OR a.valid_from <= m.last_day)
        AND (a.valid_to IS NULL OR a.valid_to >= m.first_day)
    GROUP BY a.cell_id, m.period
),
quarters AS (
    SELECT
        c.cell_id AS cell_id,
        c.quarter AS quarter,
        -- null: no held month of the quarter says whether it was thematic
        MAX(CASE
            WHEN c.status = 'held' AND c.thematic THEN 1
            WHEN c.status = 'held' AND NOT c.thematic THEN 0
        END) AS thematic,
        MAX(c.required_visits) AS required,
        CAST(COUNT(CASE WHEN c.visited THEN 1 END) AS BIGINT) AS visited,
        MAX(k.upper_asked) AS upper_asked,
        CAST(COUNT(k.upper_asked) AS BIGINT) AS upper_months,
        CAST(COUNT(CASE WHEN c.visited_upper THEN 1 END) AS BIGINT) AS upper_visited,
        MAX(k.committee_asked) AS committee_asked,
        CAST(COUNT(k.committee_asked) AS BIGINT) AS committee_months,
        CAST(COUNT(CASE WHEN c.visited_committee THEN 1 END) AS BIGINT) AS committee_visited,
        MAX(k.assisting_asked) AS assisting_asked,
        CAST(COUNT(k.assisting_asked) AS BIGINT) AS assisting_months,
        CAST(COUNT(CASE WHEN c.visited_assisting THEN 1 END) AS BIGINT) AS assisting_visited
    FROM cell_months AS c
    LEFT JOIN level_asked AS k ON c.cell_id = k.asked_cell AND c.period = k.asked_period
    GROUP BY c.cell_id, c.quarter
),
quarter_duties AS (
    SELECT
        cell_id,
        quarter,
        thematic,
        required,
        visited,
        CASE
            WHEN upper_months = 0 THEN 0
            WHEN upper_asked < upper_months THEN upper_asked
            ELSE upper_months
        END AS upper_required,
        upper_visited,
        CASE
            WHEN committee_months = 0 THEN 0
            WHEN committee_asked < committee_months THEN committee_asked
            ELSE committee_months
        END AS committee_required,
        committee_visited,
        CASE
            WHEN assisting_months = 0 THEN 0
            WHEN assisting_asked < assisting_months THEN assisting_asked
            ELSE assisting_months
        END AS assisting_required,
        assisting_visited
    FROM quarters
),
quarter_sums AS (
    SELECT
        cell_id AS quarter_cell,
        CAST(COUNT(quarter) AS BIGINT) AS thematic_expected,
        CASE WHEN COUNT(thematic) > 0 THEN CAST(COUNT(CASE WHEN thematic = 1 THEN 1 END) AS BIGINT) END
            AS thematic_quarters,
        SUM(required) AS expected,
        SUM(CASE WHEN visited < required THEN visited ELSE required END) AS attended,
        SUM(upper_required) AS upper_expected,
        SUM(CASE WHEN upper_visited < upper_required THEN upper_visited ELSE upper_required END)
            AS upper_attended,
        SUM(committee_required) AS committee_expected,
        SUM(CASE WHEN committee_visited < committee_required THEN committee_visited ELSE committee_required END)
            AS committee_attended,
        SUM(assisting_required) AS assisting_expected,
        SUM(CASE WHEN assisting_visited < assisting_required THEN assisting_visited ELSE assisting_required END)
            AS assisting_attended
    FROM quarter_duties
    GROUP BY cell_id
),
-- A plan is made for the year, so its quarters count even before their months are in the window.
planned AS (
    SELECT
        p.cell_id AS plan_cell,
        CONCAT(CAST(p.year AS STRING), '-Q', CAST(p.quarter AS STRING)) AS plan_quarter,
        MAX(CASE WHEN p.topic IS NOT NULL THEN 1 ELSE 0 END) AS topic_given,
        MAX(CASE WHEN p.topic IS NOT NULL AND p.approved_on IS NOT NULL THEN 1 ELSE 0 END) AS approved
    FROM plans AS p
    INNER JOIN (SELECT DISTINCT SUBSTR(period, 1, 4) AS window_year FROM months) AS y
        ON CAST(p.year AS STRING) = y.window_year
    GROUP BY p.cell_id, p.year, p.quarter
),
plan_sums AS (
    SELECT
        p.plan_cell AS plan_cell,
        CAST(COUNT(CASE WHEN p.topic_given = 1 THEN 1 END) AS BIGINT) AS plan_quarters,
        CAST(COUNT(CASE WHEN p.approved = 1 THEN 1 END) AS BIGINT) AS plan_approved,
        CAST(COUNT(CASE WHEN p.topic_given = 1 AND q.thematic = 1 THEN 1 END) AS BIGINT) AS plan_done
    FROM planned AS p
    LEFT JOIN quarters AS q ON p.plan_cell = q.cell_id AND p.plan_quarter = q.quarter
    GROUP BY p.plan_cell
),
-- One plan from a committee shows that it collects them; its other cells then have none, which is not "unknown".
collecting AS (
    SELECT DISTINCT COALESCE(i.unit_id, '') AS collecting_unit
    FROM planned AS p
    INNER JOIN identities AS i ON p.plan_cell = i.cell_id
)
SELECT
    i.cell_id AS cell_id,
    i.cell_name AS cell_name,
    i.unit_id AS unit_id,
    i.unit_name AS unit_name,
    i.cell_type AS cell_type,
    i.peer_group AS peer_group,
    i.tier AS tier,
    i.hardship AS hardship,
    i.concurrent_secretary AS concurrent_secretary,
    i.needs_no_follower AS needs_no_follower,
    b.members AS members,
    s.months_expected AS months_expected,
    s.months_reported AS months_reported,
    s.months_held AS months_held,
    s.months_not_held AS months_not_held,
    CASE WHEN s.attendance_months > 0 THEN s.counted_due END AS due,
    CASE WHEN s.attendance_months > 0 THEN s.counted_present END AS present,
    s.attendance_months AS attendance_months,
    CASE
        WHEN s.counted_due > 0 THEN CAST(s.counted_present AS DOUBLE) / CAST(s.counted_due AS DOUBLE)
    END AS attendance_rate,
    CASE
        WHEN s.net_due > 0 THEN CAST(s.net_present AS DOUBLE) / CAST(s.net_due AS DOUBLE)
    END AS attendance_rate_net,
    -- Wilson, with k present of n due and z = 1.959964, z² = 3.841458881296:
    -- (k + z²/2 ∓ z·√(k(n − k)/n + z²/4)) / (n + z²)
    CASE
        WHEN s.counted_due > 0 THEN CASE
            WHEN s.counted_present = 0 THEN CAST(0 AS DOUBLE)
            ELSE (
                CAST(s.counted_present AS DOUBLE) + 1.920729440648
                - 1.959964 * SQRT(
                    CAST(s.counted_present AS DOUBLE) * CAST(s.counted_due - s.counted_present AS DOUBLE)
                    / CAST(s.counted_due AS DOUBLE) + 0.960364720324
                )
            ) / (CAST(s.counted_due AS DOUBLE) + 3.841458881296)
        END
    END AS attendance_low95,
    CASE
        WHEN s.counted_due > 0 THEN CASE
            WHEN s.counted_present = s.counted_due THEN CAST(1 AS DOUBLE)
            ELSE (
                CAST(s.counted_present AS DOUBLE) + 1.920729440648
                + 1.959964 * SQRT(
                    CAST(s.counted_present AS DOUBLE) * CAST(s.counted_due - s.counted_present AS DOUBLE)
                    / CAST(s.counted_due AS DOUBLE) + 0.960364720324
                )
            ) / (CAST(s.counted_due AS DOUBLE) + 3.841458881296)
        END
    END AS attendance_high95,
    CASE WHEN s.unexcused_months > 0 THEN s.unexcused END AS unexcused,
    CASE WHEN s.unexcused_months > 0 THEN s.unexcused_due END AS unexcused_due,
    q.thematic_expected AS thematic_expected,
    q.thematic_quarters AS thematic_quarters,
    q.expected AS supervision_expected,
    q.attended AS supervision_attended,
    CASE WHEN q.expected > 0 THEN CAST(q.attended AS DOUBLE) / CAST(q.expected AS DOUBLE) END
        AS supervision_coverage,
    q.upper_expected AS supervision_upper_expected,
    q.upper_attended AS supervision_upper_attended,
    CASE WHEN q.upper_expected > 0 THEN CAST(q.upper_attended AS DOUBLE) / CAST(q.upper_expected AS DOUBLE) END
        AS supervision_upper_coverage,
    q.committee_expected AS supervision_committee_expected,
    q.committee_attended AS supervision_committee_attended,
    CASE
        WHEN q.committee_expected > 0
            THEN CAST(q.committee_attended AS DOUBLE) / CAST(q.committee_expected AS DOUBLE)
    END AS supervision_committee_coverage,
    q.assisting_expected AS supervision_assisting_expected,
    q.assisting_attended AS supervision_assisting_attended,
    CASE
        WHEN q.assisting_expected > 0
            THEN CAST(q.assisting_attended AS DOUBLE) / CAST(q.assisting_expected AS DOUBLE)
    END AS supervision_assisting_coverage,
    CASE
        WHEN s.months_visited > 0 THEN CAST(s.months_level_unknown AS DOUBLE) / CAST(s.months_visited AS DOUBLE)
    END AS visit_level_unknown,
    s.months_assigned AS months_assigned,
    s.quality_n AS quality_n,
    CASE
        WHEN s.quality_n > 0 THEN CAST(s.official_sum AS DOUBLE) / (CAST(s.quality_n AS DOUBLE) * 1000000)
    END AS quality_mean,
    s.quality_median AS quality_median,
    s.quality_min AS quality_min,
    s.quality_max AS quality_max,
    CASE
        WHEN s.quality_n > 1 THEN SQRT(
            (
                CAST(
                    s.official_squares - 2 * s.centre * s.official_sum + s.quality_n * s.centre * s.centre
                    AS DOUBLE
                )
                - CAST(s.official_sum - s.quality_n * s.centre AS DOUBLE)
                * CAST(s.official_sum - s.quality_n * s.centre AS DOUBLE) / CAST(s.quality_n AS DOUBLE)
            ) / CAST(s.quality_n - 1 AS DOUBLE)
        ) / 1000000
    END AS quality_sd,
    s.upper_n AS quality_upper_n,
    s.quality_n - s.upper_n AS quality_self_n,
    s.grade_good AS grade_good,
    s.grade_fair AS grade_fair,
    s.grade_average AS grade_average,
    s.grade_poor AS grade_poor,
    CASE WHEN s.self_n > 0 THEN CAST(s.self_sum AS DOUBLE) / (CAST(s.self_n AS DOUBLE) * 1000000) END
        AS self_mean,
    CASE WHEN s.upper_n > 0 THEN CAST(s.upper_sum AS DOUBLE) / (CAST(s.upper_n AS DOUBLE) * 1000000) END
        AS upper_mean,
    CASE WHEN s.gap_n > 0 THEN CAST(s.gap_sum AS DOUBLE) / (CAST(s.gap_n AS DOUBLE) * 1000000) END AS gap_mean,
    s.gap_n AS gap_n,
    CASE WHEN s.listeners > 0 THEN CAST(s.heard AS DOUBLE) / CAST(s.listeners AS DOUBLE) END AS speakers_ratio,
    CASE WHEN i.has_committee AND s.committee_known > 0 THEN s.committee_months END AS committee_met_months,
    CASE WHEN i.has_committee THEN s.committee_known END AS committee_met_known,
    CASE WHEN g.collecting_unit IS NOT NULL THEN COALESCE(p.plan_quarters, 0) END AS plan_quarters,
    CASE WHEN g.collecting_unit IS NOT NULL THEN COALESCE(p.plan_approved, 0) END AS plan_approved,
    CASE WHEN g.collecting_unit IS NOT NULL THEN COALESCE(p.plan_done, 0) END AS plan_done,
    CAST(NULL AS STRING) AS lost_points,
    CAST(s.months_reported AS DOUBLE) / CAST(s.months_expected AS DOUBLE) AS reporting_rate,
    CASE WHEN s.months_dated > 0 THEN CAST(s.months_timely AS DOUBLE) / CAST(s.months_expected AS DOUBLE) END
        AS timely_rate
FROM identities AS i
INNER JOIN centred AS s ON i.cell_id = s.sum_cell
INNER JOIN quarter_sums AS q ON i.cell_id = q.quarter_cell
LEFT JOIN latest_members AS b ON i.cell_id = b.members_cell
LEFT JOIN plan_sums AS p ON i.cell_id = p.plan_cell
LEFT JOIN collecting AS g ON COALESCE(i.unit_id, '') = g.collecting_unit
ORDER BY cell_id
