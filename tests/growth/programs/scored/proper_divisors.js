// huge; time O(sqrt n); space O(1)
const n = Number(require("fs").readFileSync(0, "utf8"));
const divisors = new Set([1]);
for (let i = 2; i * i <= n; i++) {
  if (n % i === 0) {
    divisors.add(i);
    divisors.add(n / i);
  }
}
const sum = [...divisors].reduce((a, b) => a + b, 0);
console.log(sum < n ? "deficient" : sum > n ? "abundant" : "perfect");
