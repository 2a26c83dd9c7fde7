// huge; time O(log n); space O(1); kind: halving in many starts
fun main() {
    val n = readLine()!!.trim().toLong()
    var checksum = 0L
    for (start in n..n + 5000) {
        var low = 0L
        var high = start
        while (low < high) {
            val middle = (low + high) / 2
            if (middle * 3 + start % 7 >= start) high = middle else low = middle + 1
        }
        checksum = checksum * 17 + low
    }
    println(checksum)
}
