// Slow: O(n^2), sweeps over the plan that pass on what is open until nothing changes.
function sealRooms(plan) {
    const rows = plan.length;
    const columns = plan[0].length;
    const spread = (mark, isStart) => {
        let changed = true;
        while (changed) {
            changed = false;
            for (let r = 0; r < rows; r++) {
                for (let c = 0; c < columns; c++) {
                    if (plan[r][c] === 0 && (isStart(r, c) || (r > 0 && plan[r - 1][c] === mark)
                            || (r + 1 < rows && plan[r + 1][c] === mark)
                            || plan[r][c - 1] === mark || plan[r][c + 1] === mark)) {
                        plan[r][c] = mark;
                        changed = true;
                    }
                }
            }
        }
    };
    spread(3, (r, c) => r === 0 || c === 0 || r === rows - 1 || c === columns - 1);
    let rooms = 0;
    for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
            if (plan[row][column] === 0) {
                spread(2, (r, c) => r === row && c === column);
                rooms++;
            }
        }
    }
    for (const line of plan) {
        for (let column = 0; column < columns; column++) {
            if (line[column] === 3) {
                line[column] = 0;
            }
        }
    }
    return rooms;
}

module.exports = { sealRooms };
