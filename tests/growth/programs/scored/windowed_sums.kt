// numbers; time O(n^2); space O(n); kind: windowed with a window of half the list
fun main() {
    val n = readLine()!!.trim().toInt()
    val numbers = readLine()!!.trim().split(" ").map { it.toLong() }
    val half = (n + 1) / 2
    val best = numbers.windowed(half) { window -> window.sum() }.max()
    println(best)
}
