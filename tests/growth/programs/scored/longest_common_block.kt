// pairs; time O(n^2); space O(n^2); kind: DP table
fun main() {
    val a = readLine()!!
    val b = readLine()!!
    val length = Array(a.length + 1) { IntArray(b.length + 1) }
    var best = 0
    for (i in 1..a.length) {
        for (j in 1..b.length) {
            if (a[i - 1] == b[j - 1]) {
                length[i][j] = length[i - 1][j - 1] + 1
                best = maxOf(best, length[i][j])
            }
        }
    }
    println(best)
}
