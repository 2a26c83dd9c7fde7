// words; time O(n log n); space O(n); families: random, alike; kind: sorting of strings
import { readFileSync } from "fs";

const words = readFileSync(0, "utf8").trim().split("\n").slice(1);
const reversedWords = words.map((word) => [...word].reverse().join(""));
reversedWords.sort();
let shared = 0;
for (let i = 1; i < reversedWords.length; i++) {
  if (reversedWords[i][0] === reversedWords[i - 1][0]) shared++;
}
console.log(shared);
