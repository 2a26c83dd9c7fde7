// small; time O(2^n); space O(2^n); kind: a table over all masks, filled from below
import { readFileSync } from 'fs';

const tokens: number[] = readFileSync(0, 'utf8').split(/\s+/).filter((t) => t !== '').map(Number);
const n = tokens[0];
const jobs = tokens.slice(1, n + 1);
const capacity = Math.max(...jobs) * 2;

// For each set of jobs: how many machines are full, and how much the last one has.
const machines = new Int32Array(1 << n).fill(n + 1);
const load = new Float64Array(1 << n);
machines[0] = 1;
for (let mask = 0; mask < 1 << n; mask++) {
  for (let i = 0; i < n; i++) {
    if (mask & (1 << i)) continue;
    const next = mask | (1 << i);
    const fits = load[mask] + jobs[i] <= capacity;
    const count = fits ? machines[mask] : machines[mask] + 1;
    const last = fits ? load[mask] + jobs[i] : jobs[i];
    if (count < machines[next] || (count === machines[next] && last < load[next])) {
      machines[next] = count;
      load[next] = last;
    }
  }
}
console.log(machines[(1 << n) - 1]);
