# why: a range whose items nobody can count
for value in (1, 2**63):
    print(value in range(0, 18446744073709551616), (value or 1) in range(-9223372036854775808, 18446744073709551616))
