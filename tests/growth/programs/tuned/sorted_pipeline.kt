// numbers; time O(n log n); space O(n); families: random, distinct; kind: sortedDescending of boxed numbers
fun main() {
    readLine()
    val numbers = readLine()!!.trim().split(" ").map { it.toInt() }
    val sorted = numbers.sortedDescending()
    val widest = sorted.zipWithNext { a, b -> a - b }.max() ?: 0
    val weighted = sorted.withIndex().map { (i, v) -> (i % 1000).toLong() * v }.sum()
    println("$widest $weighted")
}
