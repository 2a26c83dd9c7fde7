// small; time O(2^n); space O(2^n); kind: DP over subsets
fun main() {
    val n = readLine()!!.trim().toInt()
    val a = readLine()!!.split(" ").map { it.toInt() }
    val sums = IntArray(1 shl n)
    for (mask in 1 until (1 shl n)) {
        val lowest = Integer.numberOfTrailingZeros(mask)
        sums[mask] = sums[mask and (mask - 1)] + a[lowest]
    }
    println(sums.count { it % 7 == 0 })
}
