# Mistake: probes one deploy after the other, and so uses up all probes; 08-only-last-bad.
n, _ = map(int, input().split())
answer = 0
for deploy in range(1, n + 1):
    reply = "timeout"
    while reply == "timeout":
        print("?", deploy, flush=True)
        try:
            reply = input()
        except EOFError:
            raise SystemExit(0)
    if reply == "bad":
        answer = deploy
        break
print("!", answer, flush=True)
