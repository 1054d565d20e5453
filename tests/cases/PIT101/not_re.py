# why: another `compile` or `re`: a class of this name, a parameter, a module that is not re
import mymod


class regexes:
    @staticmethod
    def compile(text):
        return text


class re2:
    compile = regexes.compile


def inside():
    import mymod as re

    return re.compile(f"x{3}")


def given(re):
    return re.compile(f"x{3}")


def own(compile):
    return compile(f"x{3}")


re2.compile(f"x{3}"), regexes.compile(f"x{3}"), mymod.match(f"x{3}", "")
