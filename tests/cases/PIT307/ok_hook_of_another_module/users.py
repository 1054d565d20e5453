# why: a class attribute that subclasses may set to None is looked at before it is called
def constant(seconds):
    return lambda user: seconds


class User:
    wait_time = constant(0)

    def rest(self):
        return 1
