"""Searches that readers follow by letter: no account, an address confirmed by its owner, a way out in every letter."""
