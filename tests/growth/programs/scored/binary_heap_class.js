// numbers; time O(n log n); space O(n); families: random, distinct, sorted, reversed; kind: heap
class Heap {
  constructor() {
    this.items = [];
  }
  push(x) {
    const items = this.items;
    let i = items.push(x) - 1;
    while (i > 0 && items[(i - 1) >> 1] > x) {
      items[i] = items[(i - 1) >> 1];
      i = (i - 1) >> 1;
    }
    items[i] = x;
  }
  pop() {
    const items = this.items;
    const top = items[0];
    const x = items.pop();
    if (items.length === 0) return top;
    let i = 0;
    for (let child = 1; child < items.length; child = 2 * i + 1) {
      if (child + 1 < items.length && items[child + 1] < items[child]) child++;
      if (items[child] >= x) break;
      items[i] = items[child];
      i = child;
    }
    items[i] = x;
    return top;
  }
}

const words = require("fs").readFileSync(0, "utf8").split("\n")[1].split(" ");
const heap = new Heap();
for (const word of words) heap.push(Number(word));
let checksum = 0;
for (let i = 0; i < words.length; i++) checksum = (checksum * 31 + heap.pop()) % 1000003;
console.log(checksum);
