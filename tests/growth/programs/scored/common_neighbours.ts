// grid; time O(n^3); space O(n^2); kind: triple loop over booleans
import { readFileSync } from "fs";

const rows = readFileSync(0, "utf8").trim().split("\n").slice(1);
const linked: boolean[][] = rows.map((row) => row.split(" ").map((word) => Number(word) % 3 === 1));
const n = linked.length;
let friends = 0;
for (let i = 0; i < n; i++) {
  for (let j = 0; j < i; j++) {
    let shared = 0;
    for (let k = 0; k < n; k++) {
      if (linked[i][k] === linked[j][k]) shared++;
    }
    if (shared * 2 > n) friends++;
  }
}
console.log(friends);
