// single; time O(n sqrt n); space O(1)
fun isNice(number: Int): Boolean {
    var balance = 0
    var divisor = 1
    while (divisor * divisor <= number) {
        if (number % divisor == 0) balance += if (divisor % 2 == 0) -1 else 1
        divisor++
    }
    return balance == 0
}

fun main() {
    val n = readLine()!!.trim().toInt()
    println((1..n).count { isNice(it) })
}
