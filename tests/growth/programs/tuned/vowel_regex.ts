// text; time O(n); space O(n); kind: regex without backtracking
import { readFileSync } from "fs";

const text: string = readFileSync(0, "utf8").trim();
const groups: string[] = text.match(/[aeiou]+|[^aeiou]+/g) ?? [];
const longest = Math.max(...groups.slice(0, 1000).map((group) => group.length));
console.log(groups.length, longest, text.replace(/[aeiou]/g, "*").length);
