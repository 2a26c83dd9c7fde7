// huge; time O(log n); space O(1) or O(log n); kind: string conversion
fun main() {
    val n = readLine()!!.trim().toInt()
    var total = 0L
    for (k in 0 until 400) {
        var left = n + k
        val digits = StringBuilder()
        while (left > 0) {
            digits.append(left % 2)
            left /= 2
        }
        for (i in digits.indices) if (digits[i] == '1') total += i
    }
    println(total)
}
