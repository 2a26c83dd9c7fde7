// Mistake: does not charge for the retry at service n; 05-target-degraded.
import { readFileSync } from "node:fs";

const lines: string[] = readFileSync(0, "utf8").split("\n");
const [n, m, budget]: number[] = lines[0].split(" ").map(Number);
const callees: number[][] = Array.from({ length: n }, () => []);
for (const line of lines.slice(2, 2 + m)) {
    const [x, y] = line.split(" ").map(Number);
    callees[x - 1].push(y - 1);
}
const leastUsed: number[] = new Array(n).fill(budget + 1);
leastUsed[0] = 0;
const queue: number[][] = [[0, 0, 0]];
let answer = "unreachable";
for (let head = 0; head < queue.length; head++) {
    const [service, used, hops] = queue[head];
    if (service === n - 1) {
        answer = String(hops);
        break;
    }
    for (const next of callees[service]) {
        const total = used + (lines[1][next] === "d" && next !== n - 1 ? 1 : 0);
        if (total < leastUsed[next]) {
            leastUsed[next] = total;
            queue.push([next, total, hops + 1]);
        }
    }
}
console.log(answer);
