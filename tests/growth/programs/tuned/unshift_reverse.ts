// numbers; time O(n^2); space O(n); kind: unshift(), a quadratic with a tiny constant
import { readFileSync } from "fs";

const tokens: string[] = readFileSync(0, "utf8").trim().split(/\s+/).slice(1);
const history: number[] = [];
for (const token of tokens) history.unshift(Number(token));
console.log(history[0], history[history.length - 1]);
