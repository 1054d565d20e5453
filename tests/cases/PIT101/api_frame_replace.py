# why: the keys of what replace takes are patterns, the values only where the new value stands apart
# run: no
frame.replace({"A": {f"x{2}": f"y{2}"}}, regex=True)  # expect: PIT101
frame.replace({f"x{2}": f"y{2}"}, regex=True)  # expect: PIT101
frame.replace({"A": f"x{2}"}, f"y{2}", regex=True)  # expect: PIT101
frame.replace([f"x{2}"], f"y{2}", regex=True)  # expect: PIT101
frame.replace({f"x{2}": f"y{2}"})
