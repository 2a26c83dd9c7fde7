# Mistake: returns any rate that takes exactly all hours, also when a lower one does; 04-random-12.
def drain_rate(queues, hours):
    if len(queues) > hours:
        return -1
    low, high = 1, max(queues)
    while low < high:
        rate = (low + high) // 2
        needed = sum((messages + rate - 1) // rate for messages in queues)
        if needed == hours:
            return rate
        if needed < hours:
            high = rate
        else:
            low = rate + 1
    return low
