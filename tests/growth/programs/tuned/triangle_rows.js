// huge; time O(sqrt n); space O(1); kind: simulation
let left = Number(require("fs").readFileSync(0, "utf8"));
let row = 0;
let zigzag = 0;
while (left > row) {
  row += 1;
  left -= row;
  zigzag = row % 2 === 0 ? zigzag + (left & 7) : zigzag - (left & 3);
}
console.log(row, left, zigzag);
