"""Threads, processes, and the work that is handed to them."""
