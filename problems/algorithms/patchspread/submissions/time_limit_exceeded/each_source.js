// Slow: O(n s) for s patched servers, a search of its own from each of them.
function patchMinutes(servers) {
    const rows = servers.length;
    const columns = servers[0].length;
    const best = servers.map((row) => row.map(() => Infinity));
    for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
            if (servers[row][column] !== 1) {
                continue;
            }
            const seen = servers.map((line) => line.map(() => false));
            let level = [[row, column]];
            seen[row][column] = true;
            for (let minute = 0; level.length > 0; minute++) {
                const next = [];
                for (const [r, c] of level) {
                    best[r][c] = Math.min(best[r][c], minute);
                    for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                        if (r2 >= 0 && r2 < rows && servers[r2][c2] === 0 && !seen[r2][c2]) {
                            seen[r2][c2] = true;
                            next.push([r2, c2]);
                        }
                    }
                }
                level = next;
            }
        }
    }
    let last = 0;
    servers.forEach((line, row) => line.forEach((state, column) => {
        if (state === 0) {
            last = Math.max(last, best[row][column]);
        }
    }));
    return last === Infinity ? -1 : last;
}

module.exports = { patchMinutes };
