// weigh; time O(n); space O(1)
function weigh(numbers) {
    let sum = 0;
    for (const x of numbers) {
        sum ^= x;
    }
    return sum;
}
