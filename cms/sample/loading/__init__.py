"""Builds the sample archive in the database from its texts, by the same services that people use, and takes it away."""
