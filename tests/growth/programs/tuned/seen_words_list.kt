// words; time O(n^2); space O(n); families: random, sorted, alike; kind: `in` on a list
fun main() {
    val n = readLine()!!.trim().toInt()
    val seen = mutableListOf<String>()
    var repeated = 0
    repeat(n) {
        val word = readLine()!!
        if (word in seen) repeated++ else seen.add(word)
    }
    println("${seen.size} $repeated")
}
