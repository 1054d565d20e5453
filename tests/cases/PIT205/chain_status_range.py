# why: a status that was to be among the 200s, from real code; both limits are numbers, so one of the two tests says nothing
def failed(status):
    if 199 > status < 300:  # expect: PIT205
        return "sent"
    return "failed"


CHECKS = [(lambda: failed(204), "sent"), (lambda: failed(500), "failed")]
