# why: units written out and in Korean; one million runs in seconds are as many microseconds for one
import timeit

took = timeit.timeit("len('x')")
message = f"걸린 시간: {took:.3f} 마이크로초"
print(message)
print("took", took, "microseconds")
print("took", took, "microseconds each")
print(f"모두 {took:.3f}초")
