// single; time O(n); space O(n); kind: ArrayDeque that rotates
import java.util.ArrayDeque

fun main() {
    val n = readLine()!!.trim().toInt()
    val circle = ArrayDeque<Int>()
    for (i in 1..n) circle.addLast(i)
    while (circle.size > 1) {
        repeat(3) { circle.addLast(circle.removeFirst()) }
        circle.removeFirst()
    }
    println(circle.first)
}
