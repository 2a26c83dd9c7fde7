// weigh; time O(n^2); space O(n)
function weigh(numbers) {
    const seen = [];
    for (const x of numbers) {
        if (!seen.includes(x)) {
            seen.push(x);
        }
    }
    return seen.length;
}
