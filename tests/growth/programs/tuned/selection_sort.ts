// numbers; time O(n^2); space O(n)
import { readFileSync } from "fs";

const a: number[] = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
let swaps = 0;
for (let i = 0; i < a.length; i++) {
  let least = i;
  for (let j = i + 1; j < a.length; j++) {
    if (a[j] < a[least]) least = j;
  }
  if (least !== i) {
    [a[i], a[least]] = [a[least], a[i]];
    swaps++;
  }
}
console.log(swaps);
