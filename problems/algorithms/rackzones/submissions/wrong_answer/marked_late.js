// Mistake: marks a rack when it is taken off the stack, so that one on it twice counts twice; 08-random-40.
function zoneSizes(feeds) {
    const seen = feeds.map((line) => line.map(() => false));
    const sizes = [];
    feeds.forEach((line, row) => line.forEach((feed, column) => {
        if (feed === 0 || seen[row][column]) {
            return;
        }
        const stack = [[row, column]];
        let size = 0;
        while (stack.length > 0) {
            const [r, c] = stack.pop();
            seen[r][c] = true;
            size++;
            for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                if (feeds[r2] !== undefined && feeds[r2][c2] === feed && !seen[r2][c2]) {
                    stack.push([r2, c2]);
                }
            }
        }
        sizes.push(size);
    }));
    return sizes.sort((a, b) => b - a);
}

module.exports = { zoneSizes };
