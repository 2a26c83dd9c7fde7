// O(n): finds the end of each run and copies its last two records.
export function compactLog(records: number[]): number {
    const n = records.length;
    let kept = 0;
    let start = 0;
    while (start < n) {
        const key = Math.floor(records[start] / 1000);
        let end = start + 1;
        while (end < n && Math.floor(records[end] / 1000) === key) {
            end++;
        }
        for (let i = Math.max(start, end - 2); i < end; i++) {
            records[kept++] = records[i];
        }
        start = end;
    }
    records.fill(0, kept);
    return kept;
}
