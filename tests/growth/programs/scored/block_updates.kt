// queries; time O(n sqrt n); space O(n); families: random, wide; kind: root decomposition with updates
import java.io.BufferedReader
import java.io.InputStreamReader
import java.util.StringTokenizer

fun main() {
    val reader = BufferedReader(InputStreamReader(System.`in`))
    val n = reader.readLine().trim().toInt()
    val st = StringTokenizer(reader.readLine())
    val a = LongArray(n) { st.nextToken().toLong() }
    var block = 1
    while (block * block < n) block++
    val smallest = LongArray(n / block + 1) { Long.MAX_VALUE }
    for (i in 0 until n) smallest[i / block] = minOf(smallest[i / block], a[i])
    var total = 0L
    repeat(n) {
        val query = StringTokenizer(reader.readLine())
        val left = query.nextToken().toInt() - 1
        val right = query.nextToken().toInt() - 1
        var least = Long.MAX_VALUE
        var i = left
        while (i <= right) {
            if (i % block == 0 && i + block - 1 <= right) {
                least = minOf(least, smallest[i / block])
                i += block
            } else {
                least = minOf(least, a[i])
                i++
            }
        }
        total += least
        a[left] += least
        val start = left / block * block
        var again = Long.MAX_VALUE
        for (k in start until minOf(n, start + block)) again = minOf(again, a[k])
        smallest[left / block] = again
    }
    println(total)
}
