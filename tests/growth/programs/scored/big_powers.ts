// huge; time O(log n); space O(1); kind: bigint, fast power
import { readFileSync } from "fs";

const modulus = 1_000_000_007n;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

const n = BigInt(readFileSync(0, "utf8").trim());
let sum = 0n;
for (let base = 2n; base < 400n; base++) sum += power(base, n);
console.log(String(sum % modulus));
