// Slow: exponential, the recursion without a memory of the pairs that are known.
function fewestEdits(current, wanted) {
    function edits(i, j) {
        if (i === 0 || j === 0) {
            return i + j;
        }
        if (current[i - 1] === wanted[j - 1]) {
            return edits(i - 1, j - 1);
        }
        return 1 + Math.min(edits(i - 1, j - 1), edits(i - 1, j), edits(i, j - 1));
    }
    return edits(current.length, wanted.length);
}

module.exports = { fewestEdits };
