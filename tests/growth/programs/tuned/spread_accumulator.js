// fewnumbers; time O(n^2); space O(n); kind: copying in reduce, allocation-heavy
const numbers = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const positions = numbers.reduce((found, x, i) => (x % 97 < 90 ? [...found, i] : found), []);
console.log(positions.length, positions[positions.length - 1]);
