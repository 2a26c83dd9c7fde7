// graph; time O(n log n); space O(n); families: random, star; kind: a heap class, minimum spanning tree
import { readFileSync } from 'fs';

class MinHeap<T> {
  private items: { key: number; value: T }[] = [];

  get size(): number {
    return this.items.length;
  }

  push(key: number, value: T): void {
    this.items.push({ key, value });
    let i = this.items.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.items[parent].key <= this.items[i].key) break;
      [this.items[parent], this.items[i]] = [this.items[i], this.items[parent]];
      i = parent;
    }
  }

  pop(): { key: number; value: T } {
    const top = this.items[0];
    const last = this.items.pop()!;
    if (this.items.length > 0) {
      this.items[0] = last;
      let i = 0;
      for (;;) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) {
          if (child < this.items.length && this.items[child].key < this.items[least].key) least = child;
        }
        if (least === i) break;
        [this.items[least], this.items[i]] = [this.items[i], this.items[least]];
        i = least;
      }
    }
    return top;
  }
}

const lines = readFileSync(0, 'utf8').trim().split('\n');
const [n] = lines[0].split(' ').map(Number);
const graph: [number, number][][] = Array.from({ length: n }, () => []);
for (const line of lines.slice(1)) {
  const [a, b, w] = line.split(' ').map(Number);
  graph[a].push([b, w]);
  graph[b].push([a, w]);
}

const done: boolean[] = new Array(n).fill(false);
const heap = new MinHeap<number>();
heap.push(0, 0);
let total = 0;
while (heap.size > 0) {
  const { key, value } = heap.pop();
  if (done[value]) continue;
  done[value] = true;
  total += key;
  for (const [to, weight] of graph[value]) {
    if (!done[to]) heap.push(weight, to);
  }
}
console.log(total);
