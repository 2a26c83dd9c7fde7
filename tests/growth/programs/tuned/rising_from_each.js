// fewnumbers; time O(n^2 log n); space O(n); families: sorted; kind: binary search in loops
const a = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);

function longestRise(from) {
  const tails = [];
  for (let i = from; i < a.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tails[middle] < a[i]) low = middle + 1;
      else high = middle;
    }
    tails[low] = a[i];
  }
  return tails.length;
}

let total = 0;
for (let from = 0; from < a.length; from++) total += longestRise(from);
console.log(total);
