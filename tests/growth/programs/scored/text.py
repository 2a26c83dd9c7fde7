# time: n; space: n
def weigh(numbers):
    return len(",".join(str(x) for x in numbers)) % 65536
