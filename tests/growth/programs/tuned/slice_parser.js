// text; time O(n); space O(n); kind: slices of strings share their letters
let rest = require("fs").readFileSync(0, "utf8").trim();
let score = 0;
while (rest.length > 0) {
  if (rest.startsWith("ab")) {
    score += 3;
    rest = rest.slice(2);
  } else {
    score = (score * 2 + rest.charCodeAt(0)) % 10007;
    rest = rest.slice(1);
  }
}
console.log(score);
