// Mistake: a third record replaces the second, so that the first one stays; 03-equal-3.
export function compactLog(records: number[]): number {
    let kept = 0;
    for (const record of records) {
        if (kept >= 2 && Math.floor(records[kept - 2] / 1000) === Math.floor(record / 1000)) {
            kept--;
        }
        records[kept++] = record;
    }
    records.fill(0, kept);
    return kept;
}
