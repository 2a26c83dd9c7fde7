// numbers; time O(n); space O(n); families: random, distinct; kind: prefix sums in a Map
import * as fs from 'fs';

const [first, second] = fs.readFileSync(0, 'utf8').split('\n');
const n: number = Number(first);
const numbers: number[] = second.trim().split(' ').map(Number);

const seen: Map<number, number> = new Map([[0, 1]]);
let prefix = 0;
let count = 0;
for (const x of numbers) {
  prefix = (prefix + x) % n;
  const before = seen.get(prefix) ?? 0;
  count += before;
  seen.set(prefix, before + 1);
}
console.log(String(count));
