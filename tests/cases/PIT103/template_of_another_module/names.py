DATED = r"{0}\s\d{4}"  # expect: PIT103


class Names:
    numbered = r"{name}-\d{3}"  # expect: PIT103

    @classmethod
    def pattern(cls, name):
        return cls.numbered.format(name=name)


def dated(name):
    return DATED.format(name)
