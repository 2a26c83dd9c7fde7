// huge; time O(1); space O(1)
fun main() {
    val n = readLine()!!.trim().toLong()
    val perPage = 25L
    val pages = (n + perPage - 1) / perPage
    val onLast = n - (pages - 1) * perPage
    println("$pages $onLast ${pages * (pages + 1) / 2 % 1000}")
}
