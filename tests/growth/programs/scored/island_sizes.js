// graph; time O(n); space O(n); kind: iterative search, arrays of arrays
const data = require("fs").readFileSync(0, "utf8").split("\n");
const [n, m] = data[0].split(" ").map(Number);
const neighbours = Array.from({ length: n }, () => []);
for (let i = 1; i <= m; i++) {
  const [u, v, w] = data[i].split(" ").map(Number);
  if (w <= 500) {
    neighbours[u].push(v);
    neighbours[v].push(u);
  }
}
const seen = new Uint8Array(n);
let largest = 0;
for (let start = 0; start < n; start++) {
  if (seen[start]) continue;
  const stack = [start];
  let size = 0;
  seen[start] = 1;
  while (stack.length) {
    const node = stack.pop();
    size++;
    for (const other of neighbours[node]) {
      if (!seen[other]) {
        seen[other] = 1;
        stack.push(other);
      }
    }
  }
  largest = Math.max(largest, size);
}
console.log(largest);
