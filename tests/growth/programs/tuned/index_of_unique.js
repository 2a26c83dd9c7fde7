// numbers; time O(n^2); space O(n); families: random, distinct, sorted, reversed; kind: indexOf on an array
const numbers = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const unique = [];
for (const x of numbers) {
  if (unique.indexOf(x) === -1) unique.push(x);
}
console.log(unique.length);
