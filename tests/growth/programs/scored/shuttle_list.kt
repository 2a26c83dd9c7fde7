// numbers; time O(n^2); space O(n); kind: removeAt(0), a quadratic with a tiny constant
fun main() {
    readLine()
    val waiting = readLine()!!.split(" ").map { it.toInt() }.toMutableList()
    var served = 0L
    var turn = 1
    while (waiting.isNotEmpty()) {
        served = (served + waiting.removeAt(0).toLong() * turn) % 1_000_000_007L
        turn++
    }
    println(served)
}
