-- distribution: how scores spread, per cell, organisation above, cell type and overall, for each scorer.
--
-- In:  cell_months, cell_summary
-- Out: the columns of distribution in their order, sorted by scope, key, scorer, kind, low
--
-- kind 'bin':      low ≤ score < high, 5 points wide, the last one including 100; count = scored months.
--                  A cell has a row only for the bins it fills; every other scope has all twenty.
-- kind 'quantile': low = probability p, value = score at position p·(n − 1), between neighbours in proportion.

WITH
scorers AS (
    SELECT 'official' AS scorer
    UNION ALL SELECT 'self' AS scorer
    UNION ALL SELECT 'upper' AS scorer
),
pool_scopes AS (
    SELECT 'all' AS scope
    UNION ALL SELECT 'type' AS scope
    UNION ALL SELECT 'unit' AS scope
),
bins AS (
    SELECT 0 AS bin
    UNION ALL SELECT 1 AS bin
    UNION ALL SELECT 2 AS bin
    UNION ALL SELECT 3 AS bin
    UNION ALL SELECT 4 AS bin
    UNION ALL SELECT 5 AS bin
    UNION ALL SELECT 6 AS bin
    UNION ALL SELECT 7 AS bin
    UNION ALL SELECT 8 AS bin
    UNION ALL SELECT 9 AS bin
    UNION ALL SELECT 10 AS bin
    UNION ALL SELECT 11 AS bin
    UNION ALL SELECT 12 AS bin
    UNION ALL SELECT 13 AS bin
    UNION ALL SELECT 14 AS bin
    UNION ALL SELECT 15 AS bin
    UNION ALL SELECT 16 AS bin
    UNION ALL SELECT 17 AS bin
    UNION ALL SELECT 18 AS bin
    UNION ALL SELECT 19 AS bin
),
-- Probabilities in quarters: whole numbers tell the position exactly.
quarters AS (
    SELECT 0 AS fourth
    UNION ALL SELECT 1 AS fourth
    UNION ALL SELECT 2 AS fourth
    UNION ALL SELECT 3 AS fourth
    UNION ALL SELECT 4 AS fourth
),
marks AS (
    SELECT
        m.cell_id AS cell_id,
        s.scorer AS scorer,
        CASE
            WHEN s.scorer = 'official' THEN m.official_score
            WHEN s.scorer = 'self' THEN m.self_score
            ELSE m.upper_score
        END AS score
    FROM cell_months AS m
    CROSS JOIN scorers AS s
    WHERE m.status = 'held'
),
cell_scores AS (
    SELECT cell_id, scorer, score, CAST(COUNT(score) AS BIGINT) AS months
    FROM marks
    WHERE score IS NOT NULL
    GROUP BY cell_id, scorer, score
),
pool_scores AS (
    SELECT
        COALESCE(s.unit_id, '—') AS above_id,
        COALESCE(s.cell_type, '—') AS type_name,
        c.scorer AS scorer,
        c.score AS score,
        SUM(c.months) AS months
    FROM cell_scores AS c
    INNER JOIN cell_summary AS s ON c.cell_id = s.cell_id
    GROUP BY COALESCE(s.unit_id, '—'), COALESCE(s.cell_type, '—'), c.scorer, c.score
),
view_scores AS (
    SELECT
        v.scope AS scope,
        CASE
            WHEN v.scope = 'unit' THEN p.above_id
            WHEN v.scope = 'type' THEN p.type_name
            ELSE 'ALL'
        END AS key,
        p.scorer AS scorer,
        p.score AS score,
        p.months AS months
    FROM pool_scores AS p
    CROSS JOIN pool_scopes AS v
),
scores AS (
    SELECT scope, key, scorer, score, SUM(months) AS months
    FROM view_scores
    GROUP BY scope, key, scorer, score
    UNION ALL
    SELECT 'cell' AS scope, cell_id AS key, scorer, score, months
    FROM cell_scores
),
totals AS (
    SELECT
        scope AS total_scope,
        key AS total_key,
        scorer AS total_scorer,
        SUM(months) AS n,
        MIN(score) AS least,
        MAX(score) AS most
    FROM scores
    GROUP BY scope, key, scorer
),
runs AS (
    SELECT
        scope,
        key,
        scorer,
        score,
        months,
        SUM(months) OVER (
            PARTITION BY scope, key, scorer ORDER BY score ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS months_up_to
    FROM scores
),
-- Scores in order have positions 0 to n − 1; a score given in several months fills as many positions.
positions AS (
    SELECT
        total_scope,
        total_key,
        total_scorer,
        n,
        least,
        most,
        CAST(FLOOR(CAST(n - 1 AS DOUBLE) / 4) AS BIGINT) AS first_at,
        CAST(FLOOR(CAST(2 * (n - 1) AS DOUBLE) / 4) AS BIGINT) AS second_at,
        CAST(FLOOR(CAST(3 * (n - 1) AS DOUBLE) / 4) AS BIGINT) AS third_at
    FROM totals
),
neighbours AS (
    SELECT
        r.scope AS scope,
        r.key AS key,
        r.scorer AS scorer,
        MAX(p.n) AS n,
        MAX(p.least) AS least,
        MAX(p.most) AS most,
        MAX(CASE WHEN r.months_up_to - r.months <= p.first_at THEN r.score END) AS first_low,
        MIN(CASE WHEN r.months_up_to > p.first_at + 1 THEN r.score END) AS first_high,
        MAX(CASE WHEN r.months_up_to - r.months <= p.second_at THEN r.score END) AS second_low,
        MIN(CASE WHEN r.months_up_to > p.second_at + 1 THEN r.score END) AS second_high,
        MAX(CASE WHEN r.months_up_to - r.months <= p.third_at THEN r.score END) AS third_low,
        MIN(CASE WHEN r.months_up_to > p.third_at + 1 THEN r.score END) AS third_high
    FROM runs AS r
    INNER JOIN positions AS p
        ON r.scope = p.total_scope AND r.key = p.total_key AND r.scorer = p.total_scorer
    GROUP BY r.scope, r.key, r.scorer
),
-- How far a position lies past its lower neighbour, in quarters of a step: fourth·(n − 1) modulo 4.
steps AS (
    SELECT
        b.scope AS scope,
        b.key AS key,
        b.scorer AS scorer,
        q.fourth AS fourth,
        CAST(q.fourth * (b.n - 1) AS DOUBLE)
        - 4 * FLOOR(CAST(q.fourth * (b.n - 1) AS DOUBLE) / 4) AS past,
        CASE
            WHEN q.fourth = 0 THEN b.least
            WHEN q.fourth = 1 THEN b.first_low
            WHEN q.fourth = 2 THEN b.second_low
            WHEN q.fourth = 3 THEN b.third_low
            ELSE b.most
        END AS low_score,
        CASE
            WHEN q.fourth = 1 THEN b.first_high
            WHEN q.fourth = 2 THEN b.second_high
            WHEN q.fourth = 3 THEN b.third_high
        END AS high_score
    FROM neighbours AS b
    CROSS JOIN quarters AS q
),
bin_counts AS (
    SELECT
        scope AS bin_scope,
        key AS bin_key,
        scorer AS bin_scorer,
        CASE WHEN score >= 100 THEN 19 ELSE CAST(FLOOR(score / 5) AS BIGINT) END AS bin,
        SUM(months) AS months
    FROM scores
    GROUP BY scope, key, scorer, CASE WHEN score >= 100 THEN 19 ELSE CAST(FLOOR(score / 5) AS BIGINT) END
),
all_bins AS (
    SELECT t.total_scope AS scope, t.total_key AS key, t.total_scorer AS scorer, CAST(b.bin AS BIGINT) AS bin
    FROM totals AS t
    CROSS JOIN bins AS b
    WHERE t.total_scope <> 'cell'
),
filled AS (
    SELECT a.scope AS scope, a.key AS key, a.scorer AS scorer, a.bin AS bin, COALESCE(c.months, 0) AS months
    FROM all_bins AS a
    LEFT JOIN bin_counts AS c
        ON a.scope = c.bin_scope AND a.key = c.bin_key AND a.scorer = c.bin_scorer AND a.bin = c.bin
    UNION ALL
    SELECT bin_scope AS scope, bin_key AS key, bin_scorer AS scorer, bin, months
    FROM bin_counts
    WHERE bin_scope = 'cell'
),
shaped AS (
    SELECT
        scope,
        key,
        scorer,
        'bin' AS kind,
        CAST(bin * 5 AS DOUBLE) AS low,
        CAST(bin * 5 + 5 AS DOUBLE) AS high,
        months AS count,
        CAST(NULL AS DOUBLE) AS value
    FROM filled
    UNION ALL
    SELECT
        scope,
        key,
        scorer,
        'quantile' AS kind,
        CAST(fourth AS DOUBLE) / 4 AS low,
        CAST(NULL AS DOUBLE) AS high,
        CAST(NULL AS BIGINT) AS count,
        CASE WHEN past > 0 THEN low_score + (high_score - low_score) * past / 4 ELSE low_score END AS value
    FROM steps
)
SELECT scope, key, scorer, kind, low, high, count, value
FROM shaped
ORDER BY scope, key, scorer, kind, low
