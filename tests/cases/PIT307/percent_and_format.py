# why: both texts show a bound method
class Timer:
    def elapsed(self):
        return 3

    def reset(self):
        self.began = 0


t = Timer()
print("took %s s" % t.elapsed)  # expect: PIT307
print("took {} s".format(t.elapsed))  # expect: PIT307
print("took", str(t.elapsed), "s")  # expect: PIT307
