// numbers; time O(n); space O(n); kind: prefix sums
const lines = require("fs").readFileSync(0, "utf8").split("\n");
const a = lines[1].split(" ").map(Number);
const prefix = [0];
for (const x of a) prefix.push(prefix[prefix.length - 1] + x);
const total = prefix[a.length];
let best = Infinity;
let place = -1;
for (let i = 0; i < a.length; i++) {
  const gap = Math.abs(total - prefix[i] - prefix[i + 1]);
  if (gap < best) {
    best = gap;
    place = i;
  }
}
console.log(place, best);
