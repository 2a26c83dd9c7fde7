// words; time O(n); space O(n); kind: groupingBy, a chain of collections
fun main() {
    val lines = generateSequence(::readLine).toList()
    val words = lines.drop(1).filter { it.isNotBlank() }.map { it.trim() }
    val byFirst = words.groupingBy { it.first() }.eachCount()
    val byWord = words.groupingBy { it }.eachCount()
    val repeated = byWord.filterValues { it > 1 }.keys.sumBy { it.length }
    println("${byFirst.maxBy { it.value }} ${byWord.size} $repeated")
}
