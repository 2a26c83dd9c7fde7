// grid; time O(n^3); space O(n^2); kind: all squares by prefix sums
fun main() {
    val n = readLine()!!.trim().toInt()
    val sums = Array(n + 1) { LongArray(n + 1) }
    for (i in 1..n) {
        val row = readLine()!!.split(" ")
        for (j in 1..n)
            sums[i][j] = row[j - 1].toInt() + sums[i - 1][j] + sums[i][j - 1] - sums[i - 1][j - 1]
    }
    var hits = 0
    for (i in 1..n)
        for (j in 1..n)
            for (side in 1..minOf(i, j)) {
                val sum = sums[i][j] - sums[i - side][j] - sums[i][j - side] + sums[i - side][j - side]
                if (sum % 10 == 0L) hits++
            }
    println(hits)
}
