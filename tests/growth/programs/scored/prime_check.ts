// huge; time O(sqrt n); space O(1); families: prime; kind: early exit
import { readFileSync } from "fs";

const isPrime = (n: number): boolean => {
  if (n < 4) return n > 1;
  if (n % 2 === 0 || n % 3 === 0) return false;
  for (let i = 5; i * i <= n; i += 6) {
    if (n % i === 0 || n % (i + 2) === 0) return false;
  }
  return true;
};

console.log(isPrime(parseInt(readFileSync(0, "utf8"))));
