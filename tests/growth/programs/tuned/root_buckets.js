// queries; time O(n sqrt n); space O(n); families: wide, random; kind: square root decomposition
const v = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const n = v[0];
const a = v.slice(1, n + 1);
const size = Math.ceil(Math.sqrt(n));
const odd = new Array(Math.ceil(n / size)).fill(0);
a.forEach((x, i) => (odd[Math.floor(i / size)] += x & 1));
let answer = 0;
for (let q = n + 1; q + 1 < v.length && q < 3 * n; q += 2) {
  let i = v[q] - 1;
  const end = v[q + 1];
  let found = 0;
  while (i < end) {
    if (i % size === 0 && i + size <= end) {
      found += odd[i / size];
      i += size;
    } else {
      found += a[i] & 1;
      i++;
    }
  }
  answer ^= found;
}
console.log(answer);
