// text; time O(n^2); space O(n); kind: substring in a loop
fun main() {
    var text = readLine()!!
    var score = 0
    while (text.isNotEmpty()) {
        score = (score * 3 + (text[0] - 'a')) % 1009
        text = if (text.startsWith("ab")) text.drop(2) else text.substring(1)
    }
    println(score)
}
