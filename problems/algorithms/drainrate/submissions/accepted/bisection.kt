// O(n log m): bisection of the rate between the average and the largest queue.
fun drainRate(queues: IntArray, hours: Long): Int {
    if (queues.size > hours) {
        return -1
    }
    var total = 0L
    var high = 1
    for (messages in queues) {
        total += messages
        high = maxOf(high, messages)
    }
    var low = ((total + hours - 1) / hours).toInt()
    while (low < high) {
        val rate = (low + high) / 2
        var needed = 0L
        for (messages in queues) {
            needed += (messages + rate - 1) / rate
        }
        if (needed <= hours) high = rate else low = rate + 1
    }
    return low
}
