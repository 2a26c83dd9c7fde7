// queries; time O(n log n); space O(n); families: random, wide; kind: recursive segment tree
const v = require("fs").readFileSync(0, "utf8").split(/\s+/).map(Number);
const n = v[0];
const tree = new Array(4 * n).fill(0);

function build(node, low, high) {
  if (low === high) tree[node] = v[low];
  else {
    const middle = (low + high) >> 1;
    tree[node] = Math.min(build(2 * node, low, middle), build(2 * node + 1, middle + 1, high));
  }
  return tree[node];
}

function query(node, low, high, left, right) {
  if (right < low || high < left) return Infinity;
  if (left <= low && high <= right) return tree[node];
  const middle = (low + high) >> 1;
  return Math.min(query(2 * node, low, middle, left, right), query(2 * node + 1, middle + 1, high, left, right));
}

build(1, 1, n);
let sum = 0;
for (let q = 0; q < n; q++) sum += query(1, 1, n, v[n + 1 + 2 * q], v[n + 2 + 2 * q]);
console.log(sum);
