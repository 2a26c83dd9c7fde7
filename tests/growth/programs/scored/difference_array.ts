// queries; time O(n); space O(n); kind: difference array
import { readFileSync } from "fs";

const v: Int32Array = Int32Array.from(readFileSync(0, "utf8").trim().split(/\s+/), Number);
const n = v[0];
const change = new Float64Array(n + 2);
for (let q = 0; q < n; q++) {
  change[v[n + 1 + 2 * q]] += q % 10;
  change[v[n + 2 + 2 * q] + 1] -= q % 10;
}
let level = 0;
let highest = 0;
for (let i = 1; i <= n; i++) {
  level += change[i];
  highest = Math.max(highest, level);
}
console.log(highest);
