// Slow: O(n^2), moves all records down by one place for each that goes.
export function compactLog(records: number[]): number {
    let kept = records.length;
    let i = 0;
    while (i + 2 < kept) {
        if (Math.floor(records[i] / 1000) !== Math.floor(records[i + 2] / 1000)) {
            i++;
            continue;
        }
        for (let j = i + 1; j < kept; j++) {
            records[j - 1] = records[j];
        }
        kept--;
        records[kept] = 0;
    }
    return kept;
}
