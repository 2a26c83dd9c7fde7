// graph; time O(n) or O(n^2); space O(n); families: star; kind: BFS with shift(), which moves memory or not
const readline = require('readline');

const rl = readline.createInterface({ input: process.stdin });
let graph = null;

rl.on('line', (line) => {
  const [a, b] = line.split(' ').map(Number);
  if (graph === null) {
    graph = Array.from({ length: a }, () => []);
  } else {
    graph[a].push(b);
    graph[b].push(a);
  }
});

rl.on('close', () => {
  const depth = new Array(graph.length).fill(-1);
  const queue = [0];
  depth[0] = 0;
  while (queue.length > 0) {
    const node = queue.shift();
    for (const other of graph[node]) {
      if (depth[other] < 0) {
        depth[other] = depth[node] + 1;
        queue.push(other);
      }
    }
  }
  console.log(Math.max(0, depth.reduce((a, b) => Math.max(a, b))));
});
