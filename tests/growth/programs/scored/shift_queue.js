// numbers; time O(n^2) or O(n); space O(n); kind: shift(), which moves memory or not
const queue = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).slice(1).map(Number);
let clock = 0;
let late = 0;
while (queue.length > 0) {
  const due = queue.shift();
  clock += 5;
  if (due < clock) late++;
}
console.log(late);
