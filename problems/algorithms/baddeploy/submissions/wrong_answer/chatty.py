# Mistake: writes a remark that is not a command; 01-one-deploy-bad.
print("starting the search", flush=True)
n, _ = map(int, input().split())
low, high = 1, n + 1
while low < high:
    middle = (low + high) // 2
    print("?", middle, flush=True)
    try:
        reply = input()
    except EOFError:
        raise SystemExit(0)
    if reply == "bad":
        high = middle
    elif reply == "good":
        low = middle + 1
print("!", 0 if low > n else low, flush=True)
