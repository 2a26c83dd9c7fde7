// attack: a Kotlin script, which a compiler that knew it would run
// expected: refused
java.io.File("/box/ran").writeText("ran")
