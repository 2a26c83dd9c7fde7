// Mistake: counts the last round as well, in which nothing is patched; 05-open-9.
fun patchMinutes(servers: Array<IntArray>): Int {
    val state = servers.map { it.clone() }
    var fresh = mutableListOf<Pair<Int, Int>>()
    var waiting = 0
    for (row in state.indices) {
        for (column in state[row].indices) {
            if (state[row][column] == 1) fresh.add(Pair(row, column))
            if (state[row][column] == 0) waiting++
        }
    }
    if (waiting == 0) return 0
    var minutes = 0
    while (fresh.isNotEmpty()) {
        val reached = mutableListOf<Pair<Int, Int>>()
        for ((row, column) in fresh) {
            for ((down, right) in listOf(Pair(0, 1), Pair(1, 0), Pair(0, -1), Pair(-1, 0))) {
                val r = row + down
                val c = column + right
                if (r in state.indices && c in state[0].indices && state[r][c] == 0) {
                    state[r][c] = 1
                    waiting--
                    reached.add(Pair(r, c))
                }
            }
        }
        fresh = reached
        minutes++
    }
    return if (waiting > 0) -1 else minutes
}
