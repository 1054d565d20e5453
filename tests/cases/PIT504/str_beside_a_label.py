# why: the label beside it in the print is no test of the text
def f(d):
    pairs = zip(d, d)
    print("pairs:", str(pairs))  # expect: PIT504


f([1])
