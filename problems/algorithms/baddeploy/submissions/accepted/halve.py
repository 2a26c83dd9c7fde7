import bisect


class Deploys:
    """The deploys as a sorted sequence of False and True, each of which is found by probing."""

    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        while True:
            print("?", index + 1, flush=True)
            reply = input()
            if reply != "timeout":
                return reply == "bad"


n, _ = map(int, input().split())
first = bisect.bisect_left(Deploys(n), True) + 1
print("!", 0 if first > n else first, flush=True)
