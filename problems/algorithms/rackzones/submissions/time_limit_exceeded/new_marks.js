// Slow: O(n z) for z zones, makes a new table of marks for each zone.
function zoneSizes(feeds) {
    const rows = feeds.length;
    const columns = feeds[0].length;
    const done = new Set();
    const sizes = [];
    for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
            if (feeds[row][column] === 0 || done.has(row * columns + column)) {
                continue;
            }
            const seen = feeds.map((line) => line.map(() => false));
            const stack = [[row, column]];
            let size = 0;
            seen[row][column] = true;
            while (stack.length > 0) {
                const [r, c] = stack.pop();
                done.add(r * columns + c);
                size++;
                for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                    if (r2 >= 0 && r2 < rows && c2 >= 0 && c2 < columns && !seen[r2][c2]
                            && feeds[r2][c2] === feeds[row][column]) {
                        seen[r2][c2] = true;
                        stack.push([r2, c2]);
                    }
                }
            }
            sizes.push(size);
        }
    }
    return sizes.sort((a, b) => b - a);
}

module.exports = { zoneSizes };
