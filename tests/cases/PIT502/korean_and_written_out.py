# why: units written out and in Korean; one million runs in seconds are as many microseconds for one
import timeit

took = timeit.timeit("len('x')")
message = f"걸린 시간: {took:.3f} 밀리초"
print(message)  # expect: PIT502
print("took", took, "milliseconds")  # expect: PIT502
print("took", took, "microseconds each")
print(f"모두 {took:.3f}초")
