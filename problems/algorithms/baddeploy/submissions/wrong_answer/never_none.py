# Mistake: takes it for granted that some deploy is bad; 02-one-deploy-good.
n, _ = map(int, input().split())
low, high = 1, n
while low < high:
    middle = (low + high) // 2
    print("?", middle, flush=True)
    reply = input()
    if reply == "bad":
        high = middle
    elif reply == "good":
        low = middle + 1
print("!", low, flush=True)
