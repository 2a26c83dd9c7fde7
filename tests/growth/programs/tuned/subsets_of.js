// small; time O(2^n); space O(2^n); kind: allocation-heavy
const [, ...items] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const subsets = [[]];
for (const item of items) {
  const count = subsets.length;
  for (let i = 0; i < count; i++) subsets.push([...subsets[i], item]);
}
let total = 0;
for (const subset of subsets) total += subset.length > 0 ? subset[subset.length - 1] : 0;
console.log(subsets.length, total);
