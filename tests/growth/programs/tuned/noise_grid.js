// huge; time O(1); space O(1); kind: an array of a fixed size
const seedText = require("fs").readFileSync(0, "utf8").trim();
let seed = Number(seedText) % 65521;
const cells = new Array(64 * 64).fill(0);
for (let i = 0; i < cells.length; i++) {
  seed = (seed * 17364 + 1) % 65521;
  cells[i] = seed & 255;
}
let edges = 0;
for (let i = 65; i < cells.length; i++) {
  if (Math.abs(cells[i] - cells[i - 1]) + Math.abs(cells[i] - cells[i - 64]) > 128) edges++;
}
console.log(edges);
