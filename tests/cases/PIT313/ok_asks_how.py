# why: it asks for the start method first
import multiprocessing


def work():
    print("work")


if multiprocessing.get_start_method() == "fork":
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
