// numbers; time O(n); space O(n); kind: in place, two pointers
import { readFileSync } from "fs";

const a: number[] = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const pivot = a[0];
let low = 0;
let middle = 0;
let high = a.length;
while (middle < high) {
  if (a[middle] < pivot) {
    [a[low], a[middle]] = [a[middle], a[low]];
    low++;
    middle++;
  } else if (a[middle] > pivot) {
    high--;
    [a[high], a[middle]] = [a[middle], a[high]];
  } else middle++;
}
console.log(low, high);
