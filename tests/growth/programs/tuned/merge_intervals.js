// queries; time O(n log n); space O(n); kind: sort with a comparator, arrays of arrays
const fs = require('fs');

const [head, , ...rest] = fs.readFileSync(0, 'utf8').trim().split('\n');
const n = parseInt(head, 10);
const intervals = rest.slice(0, n).map((line) => line.split(' ').map(Number));

intervals.sort((a, b) => a[0] - b[0] || a[1] - b[1]);

const merged = [];
for (const [start, end] of intervals) {
  const last = merged[merged.length - 1];
  if (last && start <= last[1]) {
    last[1] = Math.max(last[1], end);
  } else {
    merged.push([start, end]);
  }
}
console.log(merged.length);
console.log(merged.reduce((sum, [a, b]) => sum + b - a + 1, 0));
