// small; time O(2^n); space O(1) or O(n); kind: recursion
fun smallest(a: List<Int>, i: Int, difference: Int): Int =
    if (i == a.size) Math.abs(difference)
    else minOf(smallest(a, i + 1, difference + a[i]), smallest(a, i + 1, difference - a[i]))

fun main() {
    readLine()
    println(smallest(readLine()!!.split(" ").map { it.toInt() }, 0, 0))
}
