"""Meaning: one stage a file, each taking the draft and adding its own facts."""
