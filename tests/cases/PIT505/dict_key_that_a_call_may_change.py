# why: a loop evaluates the value before the key; the call may bind the key's name anew, so that fix is unsafe and not a safe one
# options: --select PIT505
def build(rows):
    global turn
    turn = 0

    def step(row):
        global turn
        turn += 1
        return row * 2

    found = {}
    for row in rows:  # expect: PIT505
        found[turn] = step(row)
    return found
