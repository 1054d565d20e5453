def flaky():
    raise OSError("gone")


SOURCES = [flaky, flaky]
