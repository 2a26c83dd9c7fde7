// Mistake: answers with the last good deploy; 02-one-deploy-good.
fun main() {
    val (n, _) = readLine()!!.split(" ").map { it.toLong() }
    var good = 0L
    var bad = n + 1
    while (bad - good > 1) {
        val middle = (good + bad) / 2
        println("? $middle")
        System.out.flush()
        when (readLine()) {
            "bad" -> bad = middle
            "good" -> good = middle
        }
    }
    println("! $good")
    System.out.flush()
}
