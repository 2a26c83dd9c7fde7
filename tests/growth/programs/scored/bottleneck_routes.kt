// grid; time O(n^3); space O(n^2); kind: Floyd-Warshall
import java.io.StreamTokenizer

fun main() {
    val tokens = StreamTokenizer(System.`in`.bufferedReader())
    fun next(): Int {
        tokens.nextToken()
        return tokens.nval.toInt()
    }
    val n = next()
    val d = Array(n) { IntArray(n) { next() } }
    for (k in 0 until n)
        for (i in 0 until n)
            for (j in 0 until n)
                d[i][j] = minOf(d[i][j], maxOf(d[i][k], d[k][j]))
    println(d.map { it.sum() }.sum())
}
