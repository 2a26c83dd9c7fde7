// numbers; time O(n log n); space O(n); families: random, distinct; kind: sort with a comparator
const input = require("fs").readFileSync(0, "utf8").split("\n");
const numbers = input[1].split(" ").map(Number);
numbers.sort((a, b) => a - b);
let widest = 0;
for (let i = 1; i < numbers.length; i++) widest = Math.max(widest, numbers[i] - numbers[i - 1]);
console.log(widest);
