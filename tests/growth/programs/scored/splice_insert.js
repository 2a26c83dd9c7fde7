// numbers; time O(n^2); space O(n); families: reversed, random; kind: splice into a sorted array, a tiny constant
const input = require('fs').readFileSync(0, 'utf8').split(/\s+/);
const n = Number(input[0]);

const sorted = [];
let medians = 0;
for (let i = 1; i <= n; i++) {
  const x = Number(input[i]);
  let lo = 0;
  let hi = sorted.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (sorted[mid] < x) lo = mid + 1;
    else hi = mid;
  }
  sorted.splice(lo, 0, x);
  medians += sorted[sorted.length >> 1];
}
console.log(medians);
