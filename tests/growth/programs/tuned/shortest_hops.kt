// graph; time O(n); space O(n); kind: breadth first, forward stars
import java.io.StreamTokenizer

fun main() {
    val tokens = StreamTokenizer(System.`in`.bufferedReader())
    fun next(): Int {
        tokens.nextToken()
        return tokens.nval.toInt()
    }
    val n = next()
    val m = next()
    val first = IntArray(n) { -1 }
    val follow = IntArray(2 * m)
    val target = IntArray(2 * m)
    for (e in 0 until m) {
        val u = next()
        val v = next()
        next()
        target[2 * e] = v
        follow[2 * e] = first[u]
        first[u] = 2 * e
        target[2 * e + 1] = u
        follow[2 * e + 1] = first[v]
        first[v] = 2 * e + 1
    }
    val depth = IntArray(n) { -1 }
    val queue = IntArray(n)
    var tail = 1
    depth[0] = 0
    for (head in 0 until n) {
        var e = first[queue[head]]
        while (e >= 0) {
            if (depth[target[e]] < 0) {
                depth[target[e]] = depth[queue[head]] + 1
                queue[tail++] = target[e]
            }
            e = follow[e]
        }
    }
    println(depth.max())
}
