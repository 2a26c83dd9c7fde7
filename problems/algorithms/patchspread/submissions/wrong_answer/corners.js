// Mistake: the patch passes over corners; 06-cutoff-9.
function patchMinutes(servers) {
    const state = servers.map((row) => row.slice());
    const queue = [];
    state.forEach((line, row) => line.forEach((value, column) => {
        if (value === 1) {
            queue.push([row, column, 0]);
        }
    }));
    let last = 0;
    for (let at = 0; at < queue.length; at++) {
        const [row, column, minute] = queue[at];
        last = minute;
        for (let r = row - 1; r <= row + 1; r++) {
            for (let c = column - 1; c <= column + 1; c++) {
                if (state[r] !== undefined && state[r][c] === 0) {
                    state[r][c] = 1;
                    queue.push([r, c, minute + 1]);
                }
            }
        }
    }
    return state.some((line) => line.includes(0)) ? -1 : last;
}

module.exports = { patchMinutes };
