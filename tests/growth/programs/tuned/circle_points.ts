// single; time O(n sqrt n); space O(1)
import { readFileSync } from "fs";

function representations(value: number): number {
  let found = 0;
  for (let a = 0; a * a <= value; a++) {
    const b = Math.floor(Math.sqrt(value - a * a));
    if (a * a + b * b === value) found++;
  }
  return found;
}

const n = Number(readFileSync(0, "utf8"));
let most = 0;
for (let value = 1; value <= n; value++) most = Math.max(most, representations(value));
console.log(most);
