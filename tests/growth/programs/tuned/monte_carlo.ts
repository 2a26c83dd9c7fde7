// huge; time O(1); space O(1); kind: floating point, a long loop that does not depend on n
import { readFileSync } from "fs";

let state: number = Number(readFileSync(0, "utf8")) % 2147483647 || 1;
function random(): number {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
}

let inside = 0;
for (let i = 0; i < 15000; i++) {
  const x = random();
  const y = random();
  if (x * x + y * y < 1) inside++;
}
console.log((4 * inside) / 15000);
