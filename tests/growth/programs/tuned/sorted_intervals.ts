// queries; time O(n log n); space O(n); families: random, wide; kind: sorting objects, merging
import { readFileSync } from "fs";

interface Interval {
  start: number;
  end: number;
}

const lines = readFileSync(0, "utf8").trim().split("\n").slice(2);
const intervals: Interval[] = lines.map((line) => {
  const [start, end] = line.split(" ").map(Number);
  return { start, end };
});
intervals.sort((a, b) => a.start - b.start || a.end - b.end);
let covered = 0;
let reached = 0;
for (const { start, end } of intervals) {
  covered += Math.max(0, end - Math.max(reached, start - 1));
  reached = Math.max(reached, end);
}
console.log(covered);
