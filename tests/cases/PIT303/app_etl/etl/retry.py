from etl.clock import backoff


def attempt(function, times=2):
    for number in range(times):
        try:
            return function()
        except OSError:
            backoff(number)
    return []
