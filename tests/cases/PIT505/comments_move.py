# why: the comments of the loop stand above the new line, in their order; the first line keeps its own
# options: --select PIT505
def squares(numbers):
    out = []  # squared
    for n in numbers:  # expect: PIT505
        # only what counts
        if n:
            # a "# no comment" here
            out.append(n * n)
    return out


print(squares([0, 1, 2]))
