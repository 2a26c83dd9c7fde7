// numbers; time O(n); space O(n); families: random, distinct; kind: Map of counts
const lines = require('fs').readFileSync(0, 'utf8').split('\n');
const numbers = lines[1].trim().split(/\s+/).map(Number);

const counts = new Map();
for (const x of numbers) {
  counts.set(x, (counts.get(x) || 0) + 1);
}
let best = null;
for (const [value, count] of counts) {
  if (best === null || count > best.count || (count === best.count && value < best.value)) {
    best = { value, count };
  }
}
console.log(best.value, best.count);
