// Mistake: a third record replaces the second, so that the first one stays; 03-equal-3.
export function compactLog(records: number[][]): number {
    let kept = 0;
    for (const [key, value] of records) {
        if (kept >= 2 && records[kept - 2][0] === key) {
            kept--;
        }
        records[kept] = [key, value];
        kept++;
    }
    for (let i = kept; i < records.length; i++) {
        records[i] = [0, 0];
    }
    return kept;
}
