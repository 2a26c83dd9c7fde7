// numbers; time O(n log n); space O(n); families: random, distinct; kind: dominated by sorting
fun main() {
    readLine()
    val numbers = readLine()!!.split(" ").map { it.toInt() }.sorted()
    println(numbers.zipWithNext { a, b -> b - a }.min() ?: 0)
}
