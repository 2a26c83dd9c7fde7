// attack: starts a shell and hands its error on to the judge
// expected: WA RTE TLE
// hides: root:[*!$x]
// hides: MARK_OF_THE_JUDGE
fun main() {
    val shell = ProcessBuilder("/bin/sh", "-c", "cat /etc/shadow /proc/*/environ >&2; sleep 100 &")
    shell.inheritIO().start().waitFor()
    throw Exception("end")
}
