// grid; time O(n^2); space O(n^2); kind: borders that close in
import { readFileSync } from "fs";

const rows: number[][] = readFileSync(0, "utf8").trim().split("\n").slice(1).map((row) => row.split(" ").map(Number));
const n = rows.length;
let top = 0;
let left = 0;
let bottom = n - 1;
let right = n - 1;
let checksum = 0;
const visit = (i: number, j: number) => (checksum = (checksum * 31 + rows[i][j]) % 1000003);
while (top <= bottom && left <= right) {
  for (let j = left; j <= right; j++) visit(top, j);
  top++;
  for (let i = top; i <= bottom; i++) visit(i, right);
  right--;
  for (let j = right; j >= left && top <= bottom; j--) visit(bottom, j);
  bottom--;
  for (let i = bottom; i >= top && left <= right; i--) visit(i, left);
  left++;
}
console.log(checksum);
