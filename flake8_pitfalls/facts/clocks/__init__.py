"""Readings of clocks, and what is measured and shown."""
