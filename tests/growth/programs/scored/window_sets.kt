// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct, sorted, reversed; kind: TreeSet in a loop
import java.util.TreeSet

fun main() {
    readLine()
    val a = readLine()!!.split(" ").map { it.toInt() }
    var total = 0L
    for (from in a.indices) {
        val behind = TreeSet<Int>()
        for (i in from until a.size) behind.add(a[i])
        total += behind.higher(a[from]) ?: 0
    }
    println(total)
}
