-- follower_summary: how far each role that follows cells has attended, per organisation above.
--
-- In:  cell_months, cell_summary, assignments, months
-- Out: the columns of follower_summary in their order, sorted by unit_id, role; cells with nothing above them first
--
-- per cell, role and quarter: required = min(max visits_per_quarter, expected months assigned to the role)
--                             attended = min(required, assigned months with a visit)
-- coverage = Σ attended / Σ required
--
-- A table says that somebody came, seldom who: a visit counts for every role assigned to the cell that month.

WITH
duties AS (
    SELECT
        a.cell_id AS duty_cell,
        a.role AS role,
        m.period AS duty_period,
        MAX(a.visits_per_quarter) AS visits_asked
    FROM assignments AS a
    CROSS JOIN months AS m
    WHERE (a.valid_from IS NULL OR a.valid_from <= m.last_day)
        AND (a.valid_to IS NULL OR a.valid_to >= m.first_day)
    GROUP BY a.cell_id, a.role, m.period
),
quarters AS (
    SELECT
        c.cell_id AS cell_id,
        c.quarter AS quarter,
        d.role AS role,
        MAX(d.visits_asked) AS visits_asked,
        CAST(COUNT(d.visits_asked) AS BIGINT) AS months_assigned,
        CAST(COUNT(CASE WHEN c.visited THEN 1 END) AS BIGINT) AS months_visited
    FROM cell_months AS c
    INNER JOIN duties AS d ON c.cell_id = d.duty_cell AND c.period = d.duty_period
    GROUP BY c.cell_id, c.quarter, d.role
),
required_quarters AS (
    SELECT
        cell_id,
        role,
        CASE WHEN visits_asked < months_assigned THEN visits_asked ELSE months_assigned END AS required,
        months_visited
    FROM quarters
),
cells AS (
    SELECT
        cell_id AS followed_cell,
        role,
        SUM(required) AS required,
        SUM(CASE WHEN months_visited < required THEN months_visited ELSE required END) AS attended
    FROM required_quarters
    GROUP BY cell_id, role
),
units_above AS (
    SELECT
        s.unit_id AS unit_id,
        c.role AS role,
        CAST(COUNT(c.followed_cell) AS BIGINT) AS cells,
        SUM(c.required) AS required,
        SUM(c.attended) AS attended
    FROM cells AS c
    INNER JOIN cell_summary AS s ON c.followed_cell = s.cell_id
    GROUP BY s.unit_id, c.role
)
SELECT
    unit_id,
    role,
    cells,
    required,
    attended,
    CASE WHEN required > 0 THEN CAST(attended AS DOUBLE) / CAST(required AS DOUBLE) END AS coverage
FROM units_above
ORDER BY COALESCE(unit_id, ''), role
