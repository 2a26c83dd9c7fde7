// single; time O(n sqrt n); space O(1)
const n = Number(require("fs").readFileSync(0, "utf8"));
let balanced = 0;
for (let x = 1; x <= n; x++) {
  let even = 0;
  for (let d = 1; d * d <= x; d++) {
    if (x % d === 0 && d % 2 === 0) even++;
  }
  if (even === 2) balanced++;
}
console.log(balanced);
