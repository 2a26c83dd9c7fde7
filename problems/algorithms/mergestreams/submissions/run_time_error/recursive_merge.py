# Crash: merges two streams by recursion, which goes as deep as they have events.
def merge(left, i, right, j, merged):
    if i == len(left) and j == len(right):
        return merged
    if j == len(right) or i < len(left) and left[i] <= right[j]:
        merged.append(left[i])
        return merge(left, i + 1, right, j, merged)
    merged.append(right[j])
    return merge(left, i, right, j + 1, merged)


def merge_streams(streams):
    events = [[(time, number) for time in times] for number, times in enumerate(streams)]
    while len(events) > 1:
        events.append(merge(events.pop(0), 0, events.pop(0), 0, []))
    return [number for _, number in events[0]]
