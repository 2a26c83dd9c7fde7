# Crash: knows no reply but good and bad; KeyError at the first probe that times out.
VERDICTS = {"good": False, "bad": True}

n, _ = map(int, input().split())
low, high = 1, n + 1
while low < high:
    middle = (low + high) // 2
    print("?", middle, flush=True)
    if VERDICTS[input()]:
        high = middle
    else:
        low = middle + 1
print("!", 0 if low > n else low, flush=True)
