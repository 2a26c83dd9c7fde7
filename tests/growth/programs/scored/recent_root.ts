// numbers; time O(n sqrt n); space O(n); kind: a window of the size of the root
import { readFileSync } from "fs";

const a = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const width = Math.floor(Math.sqrt(a.length));
let total = 0;
for (let i = width; i < a.length; i++) {
  let smaller = 0;
  for (let j = i - width; j < i; j++) {
    if (a[j] < a[i]) smaller++;
  }
  total += smaller;
}
console.log(total);
