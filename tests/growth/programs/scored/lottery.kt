// huge; time O(1); space O(1); kind: objects in a loop that does not depend on n
data class Ticket(val owner: Int, val number: Long)

fun main() {
    var state = readLine()!!.trim().toLong()
    val tickets = ArrayList<Ticket>()
    for (owner in 1..2000) {
        state = (state * 48271 + 11) % 2147483647L
        tickets.add(Ticket(owner, state))
    }
    val winner = tickets.sortedBy { it.number }.first()
    println("${winner.owner} ${winner.number}")
}
