// text; time O(n); space O(n); kind: counting sort
fun main() {
    val text = readLine()!!
    val counts = IntArray(26)
    for (letter in text) counts[letter - 'a']++
    val sorted = buildString {
        for (i in 0 until 26) repeat(counts[i]) { append('a' + i) }
    }
    println("${sorted.first()} ${sorted[sorted.length / 2]} ${sorted.last()}")
}
