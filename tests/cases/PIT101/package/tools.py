# why: a star import brings grep
from re import search


def grep(rx, text):
    return inner(text, rx)


def inner(text, rx):
    return search(rx, text)
