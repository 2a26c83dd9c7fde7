// small; time O(2^n); space O(2^n); kind: recursion with memo in a Map
import { readFileSync } from "fs";

const a: number[] = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const memo = new Map<number, number>();

function best(mask: number, turn: number): number {
  if (turn === a.length) return 0;
  const known = memo.get(mask);
  if (known !== undefined) return known;
  let result = 0;
  for (let i = 0; i < a.length; i++) {
    if (mask & (1 << i)) continue;
    result = Math.max(result, ((a[i] * (turn + 3)) % 11) + best(mask | (1 << i), turn + 1));
  }
  memo.set(mask, result);
  return result;
}

console.log(best(0, 0));
