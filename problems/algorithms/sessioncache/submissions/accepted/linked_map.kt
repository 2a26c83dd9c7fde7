// O(1) a call: a LinkedHashMap; taking out and putting in again is a use.
class SessionCache(private val capacity: Int) {
    private val users = LinkedHashMap<Int, Int>()

    fun open(session: Int, user: Int): Int? {
        var gone: Int? = null
        if (users.remove(session) == null && users.size == capacity) {
            gone = users.keys.first()
            users.remove(gone)
        }
        users[session] = user
        return gone
    }

    fun find(session: Int): Int? {
        val user = users.remove(session) ?: return null
        users[session] = user
        return user
    }

    fun close(session: Int): Boolean = users.remove(session) != null
}
