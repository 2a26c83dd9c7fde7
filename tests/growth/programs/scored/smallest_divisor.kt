// huge; time O(sqrt n); space O(1); families: prime; kind: early exit, a sequence
fun main() {
    val n = readLine()!!.trim().toLong()
    val divisor = generateSequence(2L) { it + 1 }
        .takeWhile { it * it <= n }
        .firstOrNull { n % it == 0L }
    println(divisor ?: n)
}
