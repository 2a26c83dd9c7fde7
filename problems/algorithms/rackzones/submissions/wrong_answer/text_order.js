// Mistake: sort() without a comparison sorts numbers as text, 9 behind 10; 16-half-2000.
function zoneSizes(feeds) {
    const left = feeds.map((line) => line.slice());
    const sizes = [];
    for (let row = 0; row < left.length; row++) {
        for (let column = 0; column < left[0].length; column++) {
            const feed = left[row][column];
            if (feed === 0) {
                continue;
            }
            const stack = [[row, column]];
            let size = 0;
            left[row][column] = 0;
            while (stack.length > 0) {
                const [r, c] = stack.pop();
                size++;
                for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                    if (left[r2] !== undefined && left[r2][c2] === feed) {
                        left[r2][c2] = 0;
                        stack.push([r2, c2]);
                    }
                }
            }
            sizes.push(size);
        }
    }
    return sizes.sort().reverse();
}

module.exports = { zoneSizes };
