// huge; time O(sqrt n); space O(1)
import { readFileSync } from "fs";

const n: number = Number(readFileSync(0, "utf8"));
let ways = 0;
// n as the sum of `length` consecutive positive numbers.
for (let length = 1; (length * (length + 1)) / 2 <= n; length++) {
  const rest = n - (length * (length - 1)) / 2;
  if (rest % length === 0) ways++;
}
console.log(ways);
