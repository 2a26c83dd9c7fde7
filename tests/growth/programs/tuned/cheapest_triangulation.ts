// fewnumbers; time O(n^3); space O(n^2); kind: interval DP
import { readFileSync } from "fs";

const v = readFileSync(0, "utf8").split("\n")[1].split(" ").map((word) => Number(word) % 50);
const n = v.length;
const cost: number[][] = v.map(() => new Array<number>(n).fill(0));
for (let gap = 2; gap < n; gap++) {
  for (let i = 0; i + gap < n; i++) {
    let best = Infinity;
    for (let k = i + 1; k < i + gap; k++) {
      best = Math.min(best, cost[i][k] + cost[k][i + gap] + v[i] * v[k] * v[i + gap]);
    }
    cost[i][i + gap] = best;
  }
}
console.log(cost[0][n - 1]);
