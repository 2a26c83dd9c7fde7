// time: n log n; space: n
function weigh(numbers) {
    return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
