// text; time O(n^2); space O(n); families: same; kind: regex that begins anew at each place
import { readFileSync } from "fs";

const text: string = readFileSync(0, "utf8").trim();
const found = text.match(/[a-y]+z[0-9]/);
console.log(found === null ? "none" : found[0].length);
