// fewnumbers; time O(n^2 log n); space O(n^2); families: random, distinct; kind: sorting n^2 values
import { readFileSync } from "fs";

const a: number[] = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const gaps: number[] = [];
for (let i = 0; i < a.length; i++) {
  for (let j = 0; j < i; j++) gaps.push(Math.abs(a[i] - a[j]));
}
gaps.sort((x, y) => x - y);
let equal = 0;
for (let i = 1; i < gaps.length; i++) if (gaps[i] === gaps[i - 1]) equal++;
console.log(gaps[gaps.length >> 1] ?? 0, equal);
