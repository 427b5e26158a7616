DROP VIEW form_summaries
