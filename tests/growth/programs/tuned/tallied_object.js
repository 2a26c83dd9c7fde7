// words; time O(n); space O(n); kind: an object as a dictionary, keys listed by for in
const lines = require("fs").readFileSync(0, "utf8").split("\n").slice(1);
const counts = {};
for (const line of lines) {
    const word = line.trim();
    if (word) counts[word] = (counts[word] || 0) + 1;
}
let best = "";
for (const word in counts) if (!best || counts[word] > counts[best]) best = word;
console.log(best, counts[best]);
