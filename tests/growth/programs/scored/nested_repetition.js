// text; time O(2^n); space O(1) or O(n); families: late; kind: regex that backtracks, random text is linear
const text = require("fs").readFileSync(0, "utf8").trim();
console.log(/^(a+)+$/.test(text) ? "only a" : "other letters");
