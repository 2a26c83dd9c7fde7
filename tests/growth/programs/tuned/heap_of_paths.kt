// graph; time O(n log n); space O(n); kind: Prim with a heap
import java.io.StreamTokenizer
import java.util.PriorityQueue

class Edge(val to: Int, val weight: Int)

fun main() {
    val tokens = StreamTokenizer(System.`in`.bufferedReader())
    fun next(): Int {
        tokens.nextToken()
        return tokens.nval.toInt()
    }
    val n = next()
    val m = next()
    val edges = Array(n) { ArrayList<Edge>() }
    repeat(m) {
        val u = next()
        val v = next()
        val w = next()
        edges[u].add(Edge(v, w))
        edges[v].add(Edge(u, w))
    }
    val done = BooleanArray(n)
    val heap = PriorityQueue<Edge>(compareBy { it.weight })
    heap.add(Edge(0, 0))
    var cost = 0L
    while (heap.isNotEmpty()) {
        val edge = heap.poll()
        if (done[edge.to]) continue
        done[edge.to] = true
        cost += edge.weight
        for (other in edges[edge.to]) if (!done[other.to]) heap.add(other)
    }
    println(cost)
}
