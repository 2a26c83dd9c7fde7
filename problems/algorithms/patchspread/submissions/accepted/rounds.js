// O(n): minute by minute, from the servers that were patched in the last one.
function patchMinutes(servers) {
    const state = servers.map((row) => row.slice());
    let fresh = [];
    let waiting = 0;
    state.forEach((line, row) => line.forEach((value, column) => {
        if (value === 1) {
            fresh.push([row, column]);
        } else if (value === 0) {
            waiting++;
        }
    }));

    let minutes = 0;
    while (waiting > 0 && fresh.length > 0) {
        const reached = [];
        for (const [row, column] of fresh) {
            for (const [r, c] of [[row, column + 1], [row + 1, column], [row, column - 1], [row - 1, column]]) {
                if (r >= 0 && r < state.length && state[r][c] === 0) {
                    state[r][c] = 1;
                    reached.push([r, c]);
                }
            }
        }
        waiting -= reached.length;
        fresh = reached;
        minutes++;
    }
    return waiting > 0 ? -1 : minutes;
}

module.exports = { patchMinutes };
