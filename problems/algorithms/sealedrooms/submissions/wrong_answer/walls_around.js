// Mistake: a cell counts as sealed if there is a wall in each of the four directions; 14-opensnake-100.
function sealRooms(plan) {
    const rows = plan.length;
    const columns = plan[0].length;
    const transposed = plan[0].map((_, c) => plan.map((row) => row[c]));
    const firstWall = (line) => line.indexOf(1);
    const lastWall = (line) => line.lastIndexOf(1);
    const left = plan.map(firstWall), right = plan.map(lastWall);
    const top = transposed.map(firstWall), bottom = transposed.map(lastWall);
    const sealed = [];
    for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
            const inRow = left[r] !== -1 && left[r] < c && c < right[r];
            const inColumn = top[c] !== -1 && top[c] < r && r < bottom[c];
            if (plan[r][c] === 0 && inRow && inColumn) {
                sealed.push([r, c]);
            }
        }
    }
    const waiting = new Set(sealed.map(([r, c]) => r * columns + c));
    let rooms = 0;
    for (const [row, column] of sealed) {
        if (!waiting.delete(row * columns + column)) {
            continue;
        }
        rooms++;
        const stack = [[row, column]];
        while (stack.length > 0) {
            const [r, c] = stack.pop();
            plan[r][c] = 2;
            for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                if (waiting.delete(r2 * columns + c2)) {
                    stack.push([r2, c2]);
                }
            }
        }
    }
    return rooms;
}

module.exports = { sealRooms };
