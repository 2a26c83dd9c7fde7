import { readFileSync } from "node:fs";

interface Visit {
    service: number;
    used: number;
    hops: number;
}

function fewestHops(callees: number[][], state: string, budget: number): number | undefined {
    const leastUsed: number[] = new Array(state.length).fill(budget + 1);
    leastUsed[0] = 0;
    const queue: Visit[] = [{ service: 0, used: 0, hops: 0 }];
    for (let head = 0; head < queue.length; head++) {
        const { service, used, hops } = queue[head];
        if (service === state.length - 1) {
            return hops;
        }
        for (const next of callees[service]) {
            const total = used + (state[next] === "d" ? 1 : 0);
            if (total < leastUsed[next]) {
                leastUsed[next] = total;
                queue.push({ service: next, used: total, hops: hops + 1 });
            }
        }
    }
    return undefined;
}

const lines: string[] = readFileSync(0, "utf8").split("\n");
const [n, m, budget]: number[] = lines[0].split(" ").map(Number);
const callees: number[][] = Array.from({ length: n }, () => []);
for (const line of lines.slice(2, 2 + m)) {
    const [x, y] = line.split(" ").map(Number);
    callees[x - 1].push(y - 1);
}
console.log(fewestHops(callees, lines[1], budget) ?? "unreachable");
