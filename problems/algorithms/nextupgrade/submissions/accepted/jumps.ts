// O(n): from the end of two rounds to the start, jumping from each host to its own upgrade.
export function nextUpgrade(versions: number[]): number[] {
    const n = versions.length;
    const next = new Int32Array(2 * n); // 2n: none before the end
    for (let i = 2 * n - 1; i >= 0; i--) {
        let at = i + 1;
        while (at < 2 * n && versions[at % n] <= versions[i % n]) {
            at = next[at];
        }
        next[i] = at;
    }
    return versions.map((_, i) => (next[i] < 2 * n ? next[i] - i : 0));
}
