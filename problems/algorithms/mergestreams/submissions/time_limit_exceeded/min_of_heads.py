# Slow: O(n k), takes the minimum of all heads for each event.
def merge_streams(streams):
    heads = {number: times[0] for number, times in enumerate(streams) if times}
    next_at = [1] * len(streams)
    sources = []
    while heads:
        stream = min(heads, key=lambda number: (heads[number], number))
        sources.append(stream)
        if next_at[stream] < len(streams[stream]):
            heads[stream] = streams[stream][next_at[stream]]
            next_at[stream] += 1
        else:
            del heads[stream]
    return sources
