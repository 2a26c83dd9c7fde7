// words; time O(n log n); space O(n); families: random, alike, sorted; kind: TreeSet of strings
import java.util.TreeSet

fun main() {
    val n = readLine()!!.trim().toInt()
    val words = TreeSet<String>()
    var neighbours = 0
    repeat(n) {
        val word = readLine()!!
        if (words.lower(word)?.first() == word.first()) neighbours++
        words.add(word)
    }
    println("${words.size} $neighbours")
}
