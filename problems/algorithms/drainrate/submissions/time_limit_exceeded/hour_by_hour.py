# Slow: O(hours log n), gives the hours one by one to the queue that needs the highest rate.
import heapq


def drain_rate(queues, hours):
    if len(queues) > hours:
        return -1
    heap = [(-messages, messages, 1) for messages in queues]
    heapq.heapify(heap)
    for _ in range(hours - len(queues)):
        rate, messages, given = heap[0]
        if rate == -1:
            break
        given += 1
        heapq.heapreplace(heap, (-((messages + given - 1) // given), messages, given))
    return -heap[0][0]
