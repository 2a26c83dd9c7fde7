// numbers; time O(n); space O(n); kind: monotonic stack in an array
import java.io.StreamTokenizer

fun main() {
    val tokens = StreamTokenizer(System.`in`.bufferedReader())
    fun next(): Int {
        tokens.nextToken()
        return tokens.nval.toInt()
    }
    val n = next()
    val a = IntArray(n) { next() }
    val stack = IntArray(n)
    var top = 0
    var waited = 0L
    for (i in a.indices) {
        while (top > 0 && a[stack[top - 1]] < a[i]) waited += i - stack[--top]
        stack[top++] = i
    }
    println(waited)
}
