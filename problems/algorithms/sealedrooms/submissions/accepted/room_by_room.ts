// O(n): floods each room once, collects its cells, and marks them if none of them lies on the edge.
export function sealRooms(plan: number[][]): number {
    const rows = plan.length;
    const columns = plan[0].length;
    const seen = plan.map((line) => line.map((cell) => cell === 1));
    let rooms = 0;

    for (let row = 0; row < rows; row++) {
        for (let column = 0; column < columns; column++) {
            if (seen[row][column]) {
                continue;
            }
            const cells: [number, number][] = [[row, column]];
            let sealed = true;
            seen[row][column] = true;
            for (let at = 0; at < cells.length; at++) {
                const [r, c] = cells[at];
                if (r === 0 || r === rows - 1 || c === 0 || c === columns - 1) {
                    sealed = false;
                }
                for (const [r2, c2] of [[r, c + 1], [r + 1, c], [r, c - 1], [r - 1, c]]) {
                    if (r2 >= 0 && r2 < rows && c2 >= 0 && c2 < columns && !seen[r2][c2]) {
                        seen[r2][c2] = true;
                        cells.push([r2, c2]);
                    }
                }
            }
            if (sealed) {
                rooms++;
                for (const [r, c] of cells) {
                    plan[r][c] = 2;
                }
            }
        }
    }
    return rooms;
}
