// Mistake: sort() without a comparison sorts the amounts as text, 10 before 9; 11-digits-12.
export function countTriples(memory: number[], quota: number): bigint {
    memory.sort();
    let groups = 0n;
    for (let i = 0; i < memory.length; i++) {
        let left = i + 1;
        let right = memory.length - 1;
        while (left < right) {
            if (memory[i] + memory[left] + memory[right] <= quota) {
                groups += BigInt(right - left);
                left++;
            } else {
                right--;
            }
        }
    }
    return groups;
}
