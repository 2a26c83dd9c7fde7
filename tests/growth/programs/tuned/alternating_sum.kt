// numbers; time O(n); space O(n); kind: functional chains, boxing
fun main() {
    readLine()
    val numbers = readLine()!!.split(" ").map { it.toLong() }
    val result = numbers.filter { it % 2 == 0L }.map { it / 2 }.zipWithNext { a, b -> a - b }.sum()
    println(result + numbers.chunked(10).map { it.first() }.sum())
}
