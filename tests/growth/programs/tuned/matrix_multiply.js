// grid; time O(n^3); space O(n^2); kind: matrix product
const lines = require("fs").readFileSync(0, "utf8").trim().split("\n");
const n = Number(lines[0]);
const a = lines.slice(1).map((line) => line.split(" ").map(Number));
const product = a.map(() => new Array(n).fill(0));
for (let i = 0; i < n; i++) {
  for (let k = 0; k < n; k++) {
    const factor = a[i][k];
    for (let j = 0; j < n; j++) product[i][j] += factor * a[j][k];
  }
}
console.log(product[0][n - 1], product[n - 1][0]);
