// small; time O(2^n); space O(1) or O(n); kind: recursion with closures
const [, ...weights] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const total = weights.reduce((a, b) => a + b, 0);
const explore = (i, sum) =>
  i === weights.length ? Math.abs(total - 2 * sum) : Math.min(explore(i + 1, sum), explore(i + 1, sum + weights[i]));
console.log(explore(0, 0));
