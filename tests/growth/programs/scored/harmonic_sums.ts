// single; time O(n log n); space O(n); kind: multiples of each number
import { readFileSync } from "fs";

const n = Number(readFileSync(0, "utf8"));
const sums = new Float64Array(n + 1);
for (let i = 1; i <= n; i++) {
  for (let multiple = 2 * i; multiple <= n; multiple += i) sums[multiple] += i;
}
let abundant = 0;
for (let i = 1; i <= n; i++) if (sums[i] > i) abundant++;
console.log(abundant);
