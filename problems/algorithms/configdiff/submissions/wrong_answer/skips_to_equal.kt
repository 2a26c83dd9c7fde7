// Mistake: skips to the nearest line that is equal, which is greedy; 14-mixed-60.
fun fewestEdits(current: Array<String>, wanted: Array<String>): Int {
    var i = 0
    var j = 0
    var edits = 0
    while (i < current.size && j < wanted.size) {
        if (current[i] != wanted[j]) {
            val inserted = (j until wanted.size).firstOrNull { wanted[it] == current[i] }
            val deleted = (i until current.size).firstOrNull { current[it] == wanted[j] }
            if (inserted != null && (deleted == null || inserted - j <= deleted - i)) {
                edits += inserted - j
                j = inserted
            } else if (deleted != null) {
                edits += deleted - i
                i = deleted
            } else {
                edits++
            }
        }
        i++
        j++
    }
    return edits + current.size - i + wanted.size - j
}
