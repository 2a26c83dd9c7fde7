// fewnumbers; time O(n^2 log n); space O(n); kind: binary search for each pair
import * as fs from 'fs';

const parts = fs.readFileSync(0, 'utf8').split(/\s+/).map(Number);
const n = parts[0];
const a = parts.slice(1, n + 1).sort((x, y) => x - y);

function atMost(limit: number, from: number): number {
  let lo = from;
  let hi = a.length;
  while (lo < hi) {
    const mid = Math.floor((lo + hi) / 2);
    if (a[mid] <= limit) lo = mid + 1;
    else hi = mid;
  }
  return lo - from;
}

let count = 0;
for (let i = 0; i < n; i++) {
  for (let j = i + 1; j < n; j++) {
    count += atMost(a[i] + a[j], j + 1);
  }
}
console.log(count);
