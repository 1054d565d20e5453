"""A bot."""
