// words; time O(n); space O(n); kind: object as a dictionary
import { readFileSync } from "fs";

const words: string[] = readFileSync(0, "utf8").trim().split("\n").slice(1);
const counts: Record<string, number> = {};
for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
const ranked = Object.entries(counts).reduce((a, b) => (b[1] > a[1] ? b : a));
console.log(ranked[1], Object.keys(counts).length);
