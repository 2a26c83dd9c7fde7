// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct; kind: sorting in a loop
fun main() {
    val n = readLine()!!.trim().toInt()
    val a = readLine()!!.split(" ").map { it.toInt() }.toIntArray()
    var sum = 0L
    for (pivot in 0 until n) {
        val distances = IntArray(n) { Math.abs(a[it] - a[pivot]) }
        distances.sort()
        sum += distances[n / 2]
    }
    println(sum)
}
