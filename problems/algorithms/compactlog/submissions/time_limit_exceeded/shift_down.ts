// Slow: O(n^2), moves all records down by one place for each that goes.
export function compactLog(records: number[][]): number {
    let kept = records.length;
    let i = 0;
    while (i + 2 < kept) {
        if (records[i][0] !== records[i + 2][0]) {
            i++;
            continue;
        }
        for (let j = i + 1; j < kept; j++) {
            records[j - 1][0] = records[j][0];
            records[j - 1][1] = records[j][1];
        }
        kept--;
        records[kept] = [0, 0];
    }
    return kept;
}
