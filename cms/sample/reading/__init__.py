"""Reads the texts of the sample archive; knows no database."""
