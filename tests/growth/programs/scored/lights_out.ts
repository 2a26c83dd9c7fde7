// small; time O(2^n); space O(1) or O(n); kind: subsets as bit masks
import { readFileSync } from "fs";

const switches = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
let fewest = Infinity;
for (let mask = 0; mask < 1 << switches.length; mask++) {
  let lights = 0;
  let pressed = 0;
  for (let i = 0; i < switches.length; i++) {
    if (mask & (1 << i)) {
      lights ^= switches[i];
      pressed++;
    }
  }
  if (lights === 1023 && pressed < fewest) fewest = pressed;
}
console.log(fewest);
