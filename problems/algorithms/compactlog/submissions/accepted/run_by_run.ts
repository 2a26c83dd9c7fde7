// O(n): finds the end of each run, and moves its last two rows; the rest gets rows of its own.
export function compactLog(records: number[][]): number {
    const n = records.length;
    let kept = 0;
    let start = 0;
    while (start < n) {
        let end = start + 1;
        while (end < n && records[end][0] === records[start][0]) {
            end++;
        }
        for (let i = Math.max(start, end - 2); i < end; i++) {
            records[kept++] = records[i];
        }
        start = end;
    }
    for (let i = kept; i < n; i++) {
        records[i] = [0, 0];
    }
    return kept;
}
