// O(n^2): sorted; for each smallest container two pointers count the pairs that fit with it.
export function countTriples(memory: number[], quota: number): bigint {
    const sorted = [...memory].sort((a, b) => a - b);
    let groups = 0; // at most 2.1e10, which a number holds exactly
    for (let i = 0; i < sorted.length; i++) {
        let left = i + 1;
        let right = sorted.length - 1;
        while (left < right) {
            if (sorted[i] + sorted[left] + sorted[right] <= quota) {
                groups += right - left;
                left++;
            } else {
                right--;
            }
        }
    }
    return BigInt(groups);
}
