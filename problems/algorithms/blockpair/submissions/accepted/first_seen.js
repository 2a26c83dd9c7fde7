// O(n): a Map from size to first position.
function findPair(sizes, block) {
    const first = new Map();
    for (let i = 0; i < sizes.length; i++) {
        const partner = first.get(block - sizes[i]);
        if (partner !== undefined) {
            return [partner, i];
        }
        if (!first.has(sizes[i])) {
            first.set(sizes[i], i);
        }
    }
    return [];
}

module.exports = { findPair };
