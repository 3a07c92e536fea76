"""Show: a reading for people, on a terminal, as plain text, as a page. Knows the record and nothing else."""
