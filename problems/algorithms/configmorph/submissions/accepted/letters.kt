// O(n L^2): tries all other letters at each place; a set has those that are valid and not reached yet.
fun fewestChanges(current: String, wanted: String, valid: Array<String>): Int {
    if (current == wanted) {
        return 0
    }
    val left = valid.toHashSet()
    left.remove(current)
    var level = listOf(current)
    var changes = 0
    while (level.isNotEmpty()) {
        changes++
        val next = ArrayList<String>()
        for (text in level) {
            for (other in neighbours(text)) {
                if (left.remove(other)) {
                    if (other == wanted) {
                        return changes
                    }
                    next.add(other)
                }
            }
        }
        level = next
    }
    return -1
}

private fun neighbours(text: String): List<String> {
    val letters = text.toCharArray()
    val found = ArrayList<String>(5 * letters.size)
    for (place in letters.indices) {
        val old = letters[place]
        for (letter in 'a'..'f') {
            if (letter != old) {
                letters[place] = letter
                found.add(String(letters))
            }
        }
        letters[place] = old
    }
    return found
}
