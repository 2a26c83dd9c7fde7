// weigh; time O(n); space O(1)
fun weigh(numbers: IntArray): Int {
    var sum = 0
    for (x in numbers) {
        sum = sum xor x
    }
    return sum
}
