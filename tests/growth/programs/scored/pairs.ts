// weigh; time O(n^2); space O(1)
export function weigh(numbers: number[]): number {
    let pairs = 0;
    for (let i = 0; i < numbers.length; i++) {
        for (let k = 0; k < i; k++) {
            if (numbers[k] < numbers[i]) {
                pairs++;
            }
        }
    }
    return pairs & 0xffff;
}
