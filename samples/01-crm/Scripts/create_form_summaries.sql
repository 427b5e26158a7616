-- One row for each form: how many fields and records it has, and when somebody last added to it.
CREATE VIEW form_summaries AS
SELECT
    f.id,
    f.name,
    (SELECT COUNT(*) FROM fields d WHERE d.form_id = f.id) AS field_count,
    (SELECT COUNT(*) FROM records r WHERE r.form_id = f.id) AS record_count,
    (SELECT MAX(r.created_at) FROM records r WHERE r.form_id = f.id) AS last_record_at
FROM forms f
