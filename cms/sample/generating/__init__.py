"""Fills an archive with many records for measuring. They are written straight into the tables, past the review."""
