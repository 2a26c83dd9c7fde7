# Slow: O(n^2), goes through all requests for each client.
def noisiest(requests, k):
    counts = {name: requests.count(name) for name in set(requests)}
    return sorted(counts, key=lambda name: (-counts[name], name))[:k]
