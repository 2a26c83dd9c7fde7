# Mistake: divides all messages by the hours, as if queues could share an hour; 03-random-5.
def drain_rate(queues, hours):
    if len(queues) > hours:
        return -1
    return (sum(queues) + hours - 1) // hours
