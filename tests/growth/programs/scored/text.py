# weigh; time O(n); space O(n)
def weigh(numbers):
    return len(",".join(str(x) for x in numbers)) % 65536
