// huge; time O(sqrt n); space O(1); families: prime
fun main() {
    val area = readLine()!!.trim().toInt()
    var rectangles = 0
    var best = Int.MAX_VALUE
    var width = 1
    while (width.toLong() * width <= area) {
        if (area % width == 0) {
            rectangles++
            best = minOf(best, area / width - width)
        }
        width++
    }
    println("$rectangles $best")
}
