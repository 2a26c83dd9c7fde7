// numbers; time O(n); space O(n); kind: binary search on an answer of fixed range, a large constant
const data = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(Number);
const heights = data.slice(1);
const wanted = heights.reduce((a, b) => a + b, 0) / 4;

function wood(height) {
  let sum = 0;
  for (const h of heights) {
    if (h > height) sum += h - height;
  }
  return sum;
}

let low = 0;
let high = 1000000000;
while (low < high) {
  const middle = Math.ceil((low + high) / 2);
  if (wood(middle) >= wanted) low = middle;
  else high = middle - 1;
}
console.log(low);
