// O(n): breadth first from all patched servers at once; a place is one number in the queue.
fun patchMinutes(servers: Array<IntArray>): Int {
    val rows = servers.size
    val columns = servers[0].size
    val minute = IntArray(rows * columns) { -1 }
    val queue = java.util.ArrayDeque<Int>()
    for (row in 0 until rows) {
        for (column in 0 until columns) {
            if (servers[row][column] == 1) {
                minute[row * columns + column] = 0
                queue.add(row * columns + column)
            }
        }
    }
    var last = 0
    while (queue.isNotEmpty()) {
        val place = queue.poll()
        last = minute[place]
        for ((down, right) in listOf(Pair(0, 1), Pair(1, 0), Pair(0, -1), Pair(-1, 0))) {
            val row = place / columns + down
            val column = place % columns + right
            if (row !in 0 until rows || column !in 0 until columns) continue
            val to = row * columns + column
            if (servers[row][column] == 0 && minute[to] < 0) {
                minute[to] = last + 1
                queue.add(to)
            }
        }
    }
    val left = servers.indices.any { row ->
        servers[row].indices.any { servers[row][it] == 0 && minute[row * columns + it] < 0 }
    }
    return if (left) -1 else last
}
