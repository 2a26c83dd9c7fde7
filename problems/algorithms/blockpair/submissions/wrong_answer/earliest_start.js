// Mistake: looks for the pair that starts first instead of the one that is complete first; 15-several-6.
function findPair(sizes, block) {
    const positions = new Map();
    sizes.forEach((size, i) => {
        if (!positions.has(size)) {
            positions.set(size, []);
        }
        positions.get(size).push(i);
    });
    for (let i = 0; i < sizes.length; i++) {
        const partners = positions.get(block - sizes[i]) || [];
        const partner = partners.find((k) => k > i);
        if (partner !== undefined) {
            return [i, partner];
        }
    }
    return [];
}
