// Mistake: answers -1 when the wanted configuration is not valid, also when it runs already; 05-same-4.
fun fewestChanges(current: String, wanted: String, valid: Array<String>): Int {
    val left = valid.toHashSet()
    if (wanted !in left) return -1
    left.remove(current)
    val queue = java.util.ArrayDeque<Pair<String, Int>>()
    queue.add(Pair(current, 0))
    while (queue.isNotEmpty()) {
        val (text, changes) = queue.poll()
        if (text == wanted) return changes
        for (i in text.indices) {
            for (letter in 'a'..'f') {
                val other = text.replaceRange(i, i + 1, letter.toString())
                if (left.remove(other)) queue.add(Pair(other, changes + 1))
            }
        }
    }
    return -1
}
