// weigh; time O(n log n); space O(n)
function weigh(numbers) {
    return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}
