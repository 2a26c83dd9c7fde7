// huge; time O(log n) or O(1); space O(1); kind: paths in a binary heap
import { readFileSync } from "fs";

function commonAncestor(a: number, b: number): number {
  while (a !== b) {
    if (a > b) a = Math.floor(a / 2);
    else b = Math.floor(b / 2);
  }
  return a;
}

const n = Number(readFileSync(0, "utf8"));
let sum = 0;
for (let k = 1; k <= 1500; k++) sum += commonAncestor(n, Math.ceil(n / 2) + (k % 7) + 1);
console.log(sum);
