// fewnumbers; time O(n^2 log n); space O(n); families: random, distinct; kind: sorting in a loop
const numbers = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const third = Math.floor(numbers.length / 3);
let sum = 0;
for (const center of numbers) {
  const distances = numbers.map((x) => Math.abs(x - center));
  distances.sort((a, b) => a - b);
  sum += distances[third];
}
console.log(sum);
