// words; time O(n); space O(n); kind: += on strings, which are ropes
const lines = require("fs").readFileSync(0, "utf8").split("\n");
const n = Number(lines[0]);
let message = "";
for (let i = 1; i <= n; i++) {
  message += lines[i][0].toUpperCase() + lines[i].slice(1);
  if (i < n) message += ", ";
}
console.log(message.length, message.charAt(message.length - 1));
