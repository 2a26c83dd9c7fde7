// Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit.
import kotlin.system.exitProcess

private object Driver {
    lateinit var data: ByteArray
    var at = 0
    val answer = StringBuilder()

    fun skipSpaces() {
        while (at < data.size && data[at] >= 0 && data[at] <= 32) {
            at++
        }
    }

    fun readWord(): String {
        skipSpaces()
        val start = at
        while (at < data.size && (data[at] < 0 || data[at] > 32)) {
            at++
        }
        return String(data, start, at - start, Charsets.UTF_8)
    }

    fun readNull(): Boolean {
        skipSpaces()
        if (at >= data.size || data[at].toInt() != 110) {
            return false
        }
        at += "null".length
        return true
    }

    fun readLong(): Long {
        skipSpaces()
        val negative = at < data.size && data[at].toInt() == 45
        var value = 0L
        if (negative) {
            at++
        }
        while (at < data.size && data[at] > 32) {
            value = value * 10 - (data[at++] - 48)
        }
        return if (negative) value else -value
    }

    fun readInt(): Int = readLong().toInt()

    fun readDouble(): Double = readWord().toDouble()

    fun readBool(): Boolean = readWord() == "true"

    fun readString(): String {
        skipSpaces()
        val start = ++at
        var escaped = false
        while (data[at].toInt() != 34) {
            if (data[at].toInt() == 92) {
                escaped = true
                at++
            }
            at++
        }
        val text = String(data, start, at - start, Charsets.UTF_8)
        at++
        return if (escaped) unescape(text) else text
    }

    fun unescape(text: String): String {
        val out = StringBuilder()
        var i = 0
        while (i < text.length) {
            var c = text[i++]
            if (c != '\\') {
                out.append(c)
                continue
            }
            c = text[i++]
            val index = "bfnrt".indexOf(c)
            if (c == 'u') {
                out.append(text.substring(i, i + 4).toInt(16).toChar())
                i += 4
            } else {
                out.append(if (index < 0) c else "\b\u000c\n\r\t"[index])
            }
        }
        return out.toString()
    }

    fun compareKeys(one: Any, two: Any): Int =
        if (one is String) {
            java.util.Arrays.compareUnsigned(one.toByteArray(), (two as String).toByteArray())
        } else {
            (one as Number).toLong().compareTo((two as Number).toLong())
        }

    fun writeInt(value: Int, end: Char) {
        answer.append(value).append(end)
    }

    fun writeLong(value: Long, end: Char) {
        answer.append(value).append(end)
    }

    fun writeDouble(value: Double, end: Char) {
        answer.append(value).append(end)
    }

    fun writeBool(value: Boolean, end: Char) {
        answer.append(value).append(end)
    }

    fun writeString(text: String, end: Char) {
        answer.append('"')
        for (c in text) {
            val index = "\"\\\b\u000c\n\r\t".indexOf(c)
            when {
                index >= 0 -> answer.append('\\').append("\"\\bfnrt"[index])
                c < ' ' -> answer.append(String.format("\\u%04x", c - '\u0000'))
                else -> answer.append(c)
            }
        }
        answer.append('"').append(end)
    }

    fun readListInt(): IntArray = IntArray(readInt()) { readInt() }

    fun drive() {
        val argument_numbers = readListInt()
        val returned: Int = weigh(argument_numbers)
        writeInt(returned, '\n')
    }
}

fun main() {
    // What the candidate prints goes to stderr.
    val output = java.io.FileOutputStream(java.io.FileDescriptor.out)
    System.setOut(System.err)
    Driver.data = System.`in`.readBytes()
    var failure: Throwable? = null
    // The stack may fill the memory.
    val thread = Thread(null, {
        try {
            Driver.drive()
        } catch (thrown: Throwable) {
            failure = thrown
        }
    }, "main", Runtime.getRuntime().maxMemory())
    thread.start()
    thread.join()
    failure?.printStackTrace()
    if (failure != null) {
        exitProcess(1)
    }
    output.write(Driver.answer.toString().toByteArray())
    output.flush()
    exitProcess(0)
}
