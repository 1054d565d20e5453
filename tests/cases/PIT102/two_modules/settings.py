# why: ints of another module
WIDTH = 6


class Sizes:
    LENGTH = 4
