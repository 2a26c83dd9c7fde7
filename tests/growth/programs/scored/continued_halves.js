// huge; time O(log n); space O(1)
const n = Number(require("fs").readFileSync(0, "utf8"));

function steps(value) {
  let count = 0;
  while (value > 1) {
    value = value % 2 === 0 ? value / 2 : (value + 1) / 2;
    count++;
  }
  return count;
}

let total = 0;
for (let offset = 0; offset < 3000; offset++) total += steps(n + offset) * (offset % 5);
console.log(total);
