// fewnumbers; time O(n^3); space O(n); kind: slice and reduce in loops
const numbers = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
let best = 0;
for (let i = 0; i < numbers.length; i++) {
  for (let j = i + 1; j <= numbers.length; j++) {
    const sum = numbers.slice(i, j).reduce((a, b) => a + (b % 13) - 6, 0);
    if (sum > best) best = sum;
  }
}
console.log(best);
