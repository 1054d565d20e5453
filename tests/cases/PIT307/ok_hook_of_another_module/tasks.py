from users import User


class Tasks:
    def __init__(self) -> None:
        self.user = User()

    def wait_time(self) -> float:
        if self.user.wait_time:
            return self.user.wait_time()
        return 1.0

    def rest(self) -> float:
        return self.user.rest() if self.user.rest else 0.0


print(Tasks().wait_time(), Tasks().rest())
