// numbers; time O(n); space O(n); kind: Map
const [, ...numbers] = require("fs").readFileSync(0, "utf8").split(/\s+/).filter(Boolean).map(Number);
const last = new Map();
let nearest = Infinity;
numbers.forEach((x, i) => {
  if (last.has(x)) nearest = Math.min(nearest, i - last.get(x));
  last.set(x, i);
});
console.log(nearest, last.size);
