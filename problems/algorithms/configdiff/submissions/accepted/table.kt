// O(n m): the whole table.
fun fewestEdits(current: Array<String>, wanted: Array<String>): Int {
    val edits = Array(current.size + 1) { IntArray(wanted.size + 1) }
    for (i in 0..current.size) {
        for (j in 0..wanted.size) {
            edits[i][j] = when {
                i == 0 -> j
                j == 0 -> i
                current[i - 1] == wanted[j - 1] -> edits[i - 1][j - 1]
                else -> 1 + minOf(edits[i - 1][j - 1], edits[i - 1][j], edits[i][j - 1])
            }
        }
    }
    return edits[current.size][wanted.size]
}
