// huge; time O(log n); space O(1); kind: binary search with floating point
const n = parseInt(require("fs").readFileSync(0, "utf8"), 10);
let answers = 0;
for (let power = 2; power < 500; power++) {
  let low = 1;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if (middle * power + Math.log2(middle) <= n) low = middle;
    else high = middle - 1;
  }
  answers = (answers * 3 + low) % 1000003;
}
console.log(answers);
