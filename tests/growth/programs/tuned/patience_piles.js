// numbers; time O(n log n); space O(n); families: sorted; kind: binary search
const numbers = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const tops = [];
for (const x of numbers) {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (tops[middle] < x) low = middle + 1;
    else high = middle;
  }
  tops[low] = x;
}
console.log(tops.length);
