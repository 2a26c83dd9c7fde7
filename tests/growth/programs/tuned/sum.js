// time: n; space: 1
function weigh(numbers) {
    let sum = 0;
    for (const x of numbers) {
        sum ^= x;
    }
    return sum;
}
