// weigh; time O(n^2); space O(n)
fun weigh(numbers: IntArray): Int {
    val seen = ArrayList<Int>()
    for (x in numbers) {
        if (!seen.contains(x)) {
            seen.add(x)
        }
    }
    return seen.size
}
