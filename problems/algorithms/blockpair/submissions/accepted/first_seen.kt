// O(n): a HashMap from size to first position.
fun findPair(sizes: IntArray, block: Int): IntArray {
    val first = HashMap<Int, Int>()
    for ((position, size) in sizes.withIndex()) {
        val partner = first[block - size]
        if (partner != null) {
            return intArrayOf(partner, position)
        }
        first.putIfAbsent(size, position)
    }
    return intArrayOf()
}
