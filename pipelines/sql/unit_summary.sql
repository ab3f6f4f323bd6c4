-- unit_summary: the figures of cell_summary pooled per organisation above, cell type, hardship, concurrent
-- secretary, and overall.
--
-- In:  cell_months, cell_summary, ranking (cell_id, weak)
-- Out: the columns of unit_summary in their order, sorted by scope, unit_id
--
-- Every rate is Σ numerator / Σ denominator over the cells, never a mean of rates.
-- quality_* run over all scored months of the cells; formulas as in cell_summary.
-- A cell belongs to the organisation above it at the end of the window, with all its months.
--
-- Cells that share organisation, type and marks are pooled once, and the five views are taken from these pools.

WITH
scopes AS (
    SELECT 'all' AS scope
    UNION ALL SELECT 'concurrent' AS scope
    UNION ALL SELECT 'hardship' AS scope
    UNION ALL SELECT 'type' AS scope
    UNION ALL SELECT 'unit' AS scope
),
cells AS (
    SELECT
        s.cell_id AS pooled_cell,
        COALESCE(s.unit_id, '—') AS above_id,
        COALESCE(s.unit_name, s.unit_id, '—') AS above_name,
        COALESCE(s.cell_type, '—') AS type_name,
        s.hardship AS in_hardship,
        s.concurrent_secretary AS shared_secretary
    FROM cell_summary AS s
),
facts AS (
    SELECT
        cell_id,
        CASE
            WHEN status = 'held' AND present IS NOT NULL AND due > absent_excused THEN due - absent_excused
        END AS net_due,
        CASE
            WHEN status = 'held' AND present IS NOT NULL AND due > absent_excused
                THEN CASE WHEN present > due - absent_excused THEN due - absent_excused ELSE present END
        END AS net_present,
        CASE
            WHEN status <> 'held' THEN NULL
            WHEN speakers > present THEN present
            WHEN present IS NOT NULL THEN speakers
        END AS heard,
        CASE WHEN status = 'held' AND speakers IS NOT NULL THEN present END AS listeners,
        CASE WHEN status = 'held' THEN CAST(ROUND(self_score * 1000000) AS BIGINT) END AS self_e6,
        CASE WHEN status = 'held' THEN CAST(ROUND(upper_score * 1000000) AS BIGINT) END AS upper_e6
    FROM cell_months
),
fact_sums AS (
    SELECT
        cell_id AS fact_cell,
        SUM(net_due) AS net_due,
        SUM(net_present) AS net_present,
        SUM(heard) AS heard,
        SUM(CASE WHEN heard IS NOT NULL THEN listeners END) AS listeners,
        CAST(COUNT(self_e6) AS BIGINT) AS self_n,
        SUM(self_e6) AS self_sum,
        CAST(COUNT(upper_e6) AS BIGINT) AS upper_n,
        SUM(upper_e6) AS upper_sum,
        SUM(self_e6 - upper_e6) AS gap_sum
    FROM facts
    GROUP BY cell_id
),
pools AS (
    SELECT
        c.above_id AS above_id,
        c.above_name AS above_name,
        c.type_name AS type_name,
        c.in_hardship AS in_hardship,
        c.shared_secretary AS shared_secretary,
        CAST(COUNT(s.cell_id) AS BIGINT) AS cells,
        CAST(COUNT(CASE WHEN s.months_reported > 0 THEN 1 END) AS BIGINT) AS cells_reporting,
        CAST(COUNT(CASE WHEN s.supervision_attended > 0 THEN 1 END) AS BIGINT) AS cells_visited,
        CAST(COUNT(CASE WHEN r.weak THEN 1 END) AS BIGINT) AS cells_weak,
        CAST(COUNT(s.members) AS BIGINT) AS members_n,
        SUM(s.members) AS members,
        SUM(s.months_expected) AS months_expected,
        SUM(s.months_reported) AS months_reported,
        SUM(s.months_held) AS months_held,
        SUM(s.due) AS due,
        SUM(s.present) AS present,
        SUM(f.net_due) AS net_due,
        SUM(f.net_present) AS net_present,
        CAST(COUNT(s.unexcused) AS BIGINT) AS unexcused_n,
        SUM(s.unexcused) AS unexcused,
        SUM(s.thematic_expected) AS thematic_expected,
        CAST(COUNT(s.thematic_quarters) AS BIGINT) AS thematic_n,
        SUM(s.thematic_quarters) AS thematic_quarters,
        SUM(s.supervision_expected) AS supervision_expected,
        SUM(s.supervision_attended) AS supervision_attended,
        SUM(s.quality_upper_n) AS quality_upper_n,
        SUM(s.grade_good) AS grade_good,
        SUM(s.grade_fair) AS grade_fair,
        SUM(s.grade_average) AS grade_average,
        SUM(s.grade_poor) AS grade_poor,
        SUM(f.self_n) AS self_n,
        SUM(f.self_sum) AS self_sum,
        SUM(f.upper_n) AS upper_n,
        SUM(f.upper_sum) AS upper_sum,
        SUM(s.gap_n) AS gap_n,
        SUM(f.gap_sum) AS gap_sum,
        SUM(f.heard) AS heard,
        SUM(f.listeners) AS listeners,
        CAST(COUNT(s.timely_rate) AS BIGINT) AS timely_n,
        -- the rate is a whole number of months over months_expected, so rounding gives that number back
        SUM(CAST(ROUND(s.timely_rate * s.months_expected) AS BIGINT)) AS months_timely
    FROM cell_summary AS s
    INNER JOIN cells AS c ON s.cell_id = c.pooled_cell
    INNER JOIN fact_sums AS f ON s.cell_id = f.fact_cell
    LEFT JOIN ranking AS r ON s.cell_id = r.cell_id
    GROUP BY c.above_id, c.above_name, c.type_name, c.in_hardship, c.shared_secretary
),
views AS (
    SELECT
        v.scope AS scope,
        CASE
            WHEN v.scope = 'unit' THEN p.above_id
            WHEN v.scope = 'type' THEN p.type_name
            WHEN v.scope = 'hardship' THEN CASE WHEN p.in_hardship THEN 'yes' ELSE 'no' END
            WHEN v.scope = 'concurrent' THEN CASE WHEN p.shared_secretary THEN 'yes' ELSE 'no' END
            ELSE 'ALL'
        END AS view_id,
        CASE
            WHEN v.scope = 'unit' THEN p.above_name
            WHEN v.scope = 'type' THEN p.type_name
            WHEN v.scope = 'hardship' THEN CASE WHEN p.in_hardship THEN 'khó khăn' ELSE 'không khó khăn' END
            WHEN v.scope = 'concurrent'
                THEN CASE WHEN p.shared_secretary THEN 'kiêm nhiệm' ELSE 'không kiêm nhiệm' END
            ELSE 'Toàn bộ'
        END AS view_name,
        p.*
    FROM pools AS p
    CROSS JOIN scopes AS v
),
view_sums AS (
    SELECT
        scope AS sum_scope,
        view_id AS sum_id,
        MAX(view_name) AS view_name,
        SUM(cells) AS cells,
        SUM(cells_reporting) AS cells_reporting,
        SUM(cells_visited) AS cells_visited,
        SUM(cells_weak) AS cells_weak,
        CASE WHEN SUM(members_n) > 0 THEN SUM(members) END AS members,
        SUM(months_expected) AS months_expected,
        SUM(months_reported) AS months_reported,
        SUM(months_held) AS months_held,
        SUM(due) AS due,
        SUM(present) AS present,
        SUM(net_due) AS net_due,
        SUM(net_present) AS net_present,
        CASE WHEN SUM(unexcused_n) > 0 THEN SUM(unexcused) END AS unexcused,
        SUM(thematic_expected) AS thematic_expected,
        CASE WHEN SUM(thematic_n) > 0 THEN SUM(thematic_quarters) END AS thematic_quarters,
        SUM(supervision_expected) AS supervision_expected,
        SUM(supervision_attended) AS supervision_attended,
        SUM(quality_upper_n) AS quality_upper_n,
        SUM(grade_good) AS grade_good,
        SUM(grade_fair) AS grade_fair,
        SUM(grade_average) AS grade_average,
        SUM(grade_poor) AS grade_poor,
        SUM(self_n) AS self_n,
        SUM(self_sum) AS self_sum,
        SUM(upper_n) AS upper_n,
        SUM(upper_sum) AS upper_sum,
        SUM(gap_n) AS gap_n,
        SUM(gap_sum) AS gap_sum,
        SUM(heard) AS heard,
        SUM(listeners) AS listeners,
        SUM(timely_n) AS timely_n,
        SUM(months_timely) AS months_timely
    FROM views
    GROUP BY scope, view_id
),
-- Scored months, one row per different score: few enough to be ordered for the median.
pool_scores AS (
    SELECT
        c.above_id AS above_id,
        c.type_name AS type_name,
        c.in_hardship AS in_hardship,
        c.shared_secretary AS shared_secretary,
        m.official_score AS score,
        CAST(COUNT(m.period) AS BIGINT) AS months
    FROM cell_months AS m
    INNER JOIN cells AS c ON m.cell_id = c.pooled_cell
    WHERE m.status = 'held' AND m.official_score IS NOT NULL
    GROUP BY c.above_id, c.type_name, c.in_hardship, c.shared_secretary, m.official_score
),
view_scores AS (
    SELECT
        v.scope AS scope,
        CASE
            WHEN v.scope = 'unit' THEN p.above_id
            WHEN v.scope = 'type' THEN p.type_name
            WHEN v.scope = 'hardship' THEN CASE WHEN p.in_hardship THEN 'yes' ELSE 'no' END
            WHEN v.scope = 'concurrent' THEN CASE WHEN p.shared_secretary THEN 'yes' ELSE 'no' END
            ELSE 'ALL'
        END AS view_id,
        p.score AS score,
        p.months AS months
    FROM pool_scores AS p
    CROSS JOIN scopes AS v
),
scores AS (
    SELECT
        scope,
        view_id,
        score,
        SUM(months) AS months,
        CAST(ROUND(score * 1000000) AS BIGINT) AS score_e6
    FROM view_scores
    GROUP BY scope, view_id, score
),
-- Squares of millionths over millions of months would not fit an integer: score_e6 = 10000·high + low.
halves AS (
    SELECT
        scope,
        view_id,
        score,
        months,
        score_e6,
        CAST(FLOOR(CAST(score_e6 AS DOUBLE) / 10000) AS BIGINT) AS high,
        score_e6 - 10000 * CAST(FLOOR(CAST(score_e6 AS DOUBLE) / 10000) AS BIGINT) AS low,
        SUM(months) OVER (
            PARTITION BY scope, view_id ORDER BY score ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS months_up_to
    FROM scores
),
score_sums AS (
    SELECT
        scope AS score_scope,
        view_id AS score_id,
        SUM(months) AS n,
        SUM(months * score_e6) AS score_sum,
        SUM(months * high) AS highs,
        SUM(months * low) AS lows,
        SUM(months * high * high) AS high_squares,
        SUM(months * high * low) AS products,
        SUM(months * low * low) AS low_squares,
        MIN(score) AS quality_min,
        MAX(score) AS quality_max
    FROM halves
    GROUP BY scope, view_id
),
-- The mean rounded down, in the same two halves; sd as in cell_summary, the squares half by half.
centres AS (
    SELECT
        score_sums.*,
        CAST(FLOOR(CAST(score_sum AS DOUBLE) / CAST(n AS DOUBLE)) AS BIGINT) AS centre,
        CAST(FLOOR(FLOOR(CAST(score_sum AS DOUBLE) / CAST(n AS DOUBLE)) / 10000) AS BIGINT) AS high_centre
    FROM score_sums
),
centred AS (
    SELECT
        centres.*,
        centre - 10000 * high_centre AS low_centre
    FROM centres
),
deviations AS (
    SELECT
        score_scope,
        score_id,
        n,
        quality_min,
        quality_max,
        CAST(score_sum AS DOUBLE) / (CAST(n AS DOUBLE) * 1000000) AS quality_mean,
        CAST(high_squares - 2 * high_centre * highs + n * high_centre * high_centre AS DOUBLE) * 100000000
        + CAST(
            products - low_centre * highs - high_centre * lows + n * high_centre * low_centre
            AS DOUBLE
        ) * 20000
        + CAST(low_squares - 2 * low_centre * lows + n * low_centre * low_centre AS DOUBLE) AS squares,
        CAST(score_sum - n * centre AS DOUBLE) AS remainder
    FROM centred
),
-- The median lies between the two middle scores, which are one and the same where n is odd.
medians AS (
    SELECT
        h.scope AS median_scope,
        h.view_id AS median_id,
        MAX(CASE WHEN 2 * (h.months_up_to - h.months) < d.n AND 2 * h.months_up_to >= d.n THEN h.score END)
            AS lower_middle,
        MAX(CASE WHEN 2 * (h.months_up_to - h.months) <= d.n AND 2 * h.months_up_to > d.n THEN h.score END)
            AS upper_middle
    FROM halves AS h
    INNER JOIN deviations AS d ON h.scope = d.score_scope AND h.view_id = d.score_id
    GROUP BY h.scope, h.view_id
)
SELECT
    s.sum_scope AS scope,
    s.sum_id AS unit_id,
    s.view_name AS unit_name,
    s.cells AS cells,
    s.cells_reporting AS cells_reporting,
    s.cells_visited AS cells_visited,
    s.cells_weak AS cells_weak,
    s.members AS members,
    s.months_expected AS months_expected,
    s.months_reported AS months_reported,
    s.months_held AS months_held,
    CASE WHEN s.due > 0 THEN s.due END AS due,
    CASE WHEN s.due > 0 THEN s.present END AS present,
    CASE WHEN s.due > 0 THEN CAST(s.present AS DOUBLE) / CAST(s.due AS DOUBLE) END AS attendance_rate,
    CASE
        WHEN s.due > 0 THEN CASE
            WHEN s.present = 0 THEN CAST(0 AS DOUBLE)
            ELSE (
                CAST(s.present AS DOUBLE) + 1.920729440648
                - 1.959964 * SQRT(
                    CAST(s.present AS DOUBLE) * CAST(s.due - s.present AS DOUBLE) / CAST(s.due AS DOUBLE)
                    + 0.960364720324
                )
            ) / (CAST(s.due AS DOUBLE) + 3.841458881296)
        END
    END AS attendance_low95,
    CASE
        WHEN s.due > 0 THEN CASE
            WHEN s.present = s.due THEN CAST(1 AS DOUBLE)
            ELSE (
                CAST(s.present AS DOUBLE) + 1.920729440648
                + 1.959964 * SQRT(
                    CAST(s.present AS DOUBLE) * CAST(s.due - s.present AS DOUBLE) / CAST(s.due AS DOUBLE)
                    + 0.960364720324
                )
            ) / (CAST(s.due AS DOUBLE) + 3.841458881296)
        END
    END AS attendance_high95,
    CASE WHEN s.net_due > 0 THEN CAST(s.net_present AS DOUBLE) / CAST(s.net_due AS DOUBLE) END
        AS attendance_rate_net,
    s.unexcused AS unexcused,
    s.thematic_expected AS thematic_expected,
    s.thematic_quarters AS thematic_quarters,
    s.supervision_expected AS supervision_expected,
    s.supervision_attended AS supervision_attended,
    CASE
        WHEN s.supervision_expected > 0
            THEN CAST(s.supervision_attended AS DOUBLE) / CAST(s.supervision_expected AS DOUBLE)
    END AS supervision_coverage,
    COALESCE(q.n, 0) AS quality_n,
    q.quality_mean AS quality_mean,
    (m.lower_middle + m.upper_middle) / 2 AS quality_median,
    q.quality_min AS quality_min,
    q.quality_max AS quality_max,
    CASE
        WHEN q.n > 1
            THEN SQRT((q.squares - q.remainder * q.remainder / CAST(q.n AS DOUBLE)) / CAST(q.n - 1 AS DOUBLE)) / 1000000
    END AS quality_sd,
    s.quality_upper_n AS quality_upper_n,
    s.grade_good AS grade_good,
    s.grade_fair AS grade_fair,
    s.grade_average AS grade_average,
    s.grade_poor AS grade_poor,
    CASE WHEN s.self_n > 0 THEN CAST(s.self_sum AS DOUBLE) / (CAST(s.self_n AS DOUBLE) * 1000000) END AS self_mean,
    CASE WHEN s.upper_n > 0 THEN CAST(s.upper_sum AS DOUBLE) / (CAST(s.upper_n AS DOUBLE) * 1000000) END
        AS upper_mean,
    CASE WHEN s.gap_n > 0 THEN CAST(s.gap_sum AS DOUBLE) / (CAST(s.gap_n AS DOUBLE) * 1000000) END AS gap_mean,
    s.gap_n AS gap_n,
    CASE WHEN s.listeners > 0 THEN CAST(s.heard AS DOUBLE) / CAST(s.listeners AS DOUBLE) END AS speakers_ratio,
    CAST(s.months_reported AS DOUBLE) / CAST(s.months_expected AS DOUBLE) AS reporting_rate,
    CASE WHEN s.timely_n > 0 THEN CAST(s.months_timely AS DOUBLE) / CAST(s.months_expected AS DOUBLE) END
        AS timely_rate
FROM view_sums AS s
LEFT JOIN deviations AS q ON s.sum_scope = q.score_scope AND s.sum_id = q.score_id
LEFT JOIN medians AS m ON s.sum_scope = m.median_scope AND s.sum_id = m.median_id
ORDER BY scope, unit_id
