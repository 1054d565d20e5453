# why: one side is a small constant, of which CPython keeps one object; from real code, never wrong at run time
class Params:
    LIST: int = 0
    DICT: int = 2

    def shown(self, kind: int):
        if kind is self.DICT:
            return "dict"
        return "list" if kind is Params.LIST else "other"


CHECKS = [(lambda: Params().shown(int("2")), "dict"), (lambda: Params().shown(int("0")), "list"), (lambda: Params().shown(int("300")), "other")]
