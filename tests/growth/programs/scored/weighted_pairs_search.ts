// fewnumbers; time O(n^2 log n); space O(n); kind: binary search in loops
import { readFileSync } from "fs";

const a = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number).sort((x, y) => x - y);

function countBelow(limit: number): number {
  let low = 0;
  let high = a.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (a[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

let total = 0;
for (const x of a) for (const y of a) total += countBelow(x + y / 2);
console.log(total);
