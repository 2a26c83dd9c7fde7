// numbers; time O(n); space O(n); kind: groupingBy, hash map
fun main() {
    readLine()
    val votes = readLine()!!.split(" ").groupingBy { it }.eachCount()
    val most = votes.values.max()!!
    println("${votes.size} $most ${votes.filter { it.value == most }.keys.size}")
}
