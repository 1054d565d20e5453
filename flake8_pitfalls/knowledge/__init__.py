"""Tables, no logic: what is known of Python, its libraries and their measured behaviour."""
