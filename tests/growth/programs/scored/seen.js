// weigh; time O(n); space O(n)
function weigh(numbers) {
    return new Set(numbers).size;
}
