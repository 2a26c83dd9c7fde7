// O(n L^2): groups the valid ones by patterns with one letter left out; neighbours share a pattern.
fun fewestChanges(current: String, wanted: String, valid: Array<String>): Int {
    val groups = HashMap<String, MutableList<String>>()
    for (text in valid) {
        for (pattern in patterns(text)) {
            groups.getOrPut(pattern) { ArrayList(2) }.add(text)
        }
    }
    val changes = hashMapOf(current to 0)
    val queue = java.util.ArrayDeque<String>()
    queue.add(current)
    while (queue.isNotEmpty()) {
        val text = queue.poll()
        if (text == wanted) {
            return changes.getValue(text)
        }
        for (pattern in patterns(text)) {
            for (other in groups.remove(pattern) ?: continue) {
                if (other !in changes) {
                    changes[other] = changes.getValue(text) + 1
                    queue.add(other)
                }
            }
        }
    }
    return -1
}

private fun patterns(text: String) = text.indices.map { text.replaceRange(it, it + 1, "*") }
