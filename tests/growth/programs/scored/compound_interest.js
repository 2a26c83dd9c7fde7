// huge; time O(1); space O(1)
const n = Number(require("fs").readFileSync(0, "utf8"));
const years = n % 40;
const balance = n * Math.pow(1.03, years);
console.log(years, Math.floor(balance) % 100003);
