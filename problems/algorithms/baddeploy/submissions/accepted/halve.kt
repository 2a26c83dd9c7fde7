fun probe(deploy: Long): Boolean {
    while (true) {
        println("? $deploy")
        System.out.flush()
        when (readLine()) {
            "bad" -> return true
            "good" -> return false
        }
    }
}

fun main() {
    val (n, _) = readLine()!!.split(" ").map { it.toLong() }
    var good = 0L
    var bad = n + 1 // none is bad
    while (bad - good > 1) {
        val middle = (good + bad) / 2
        if (probe(middle)) bad = middle else good = middle
    }
    println("! ${if (bad > n) 0 else bad}")
    System.out.flush()
}
