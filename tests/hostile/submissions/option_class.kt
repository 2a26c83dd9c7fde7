// attack: a class that is called as an option of the machine
// expected: CE WA RTE
object `-XshowSettings` {
    @JvmStatic
    fun main(arguments: Array<String>) {
        println("first")
    }
}
