// numbers; time O(n); space O(n); kind: cache of a fixed size, Map in order of insertion
import { readFileSync } from "fs";

class Cache {
  private entries = new Map<number, number>();
  hits = 0;
  constructor(private readonly room: number) {}
  touch(key: number, value: number): void {
    if (this.entries.delete(key)) this.hits++;
    this.entries.set(key, value);
    if (this.entries.size > this.room) {
      this.entries.delete(this.entries.keys().next().value as number);
    }
  }
}

const keys = readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number);
const cache = new Cache(40);
keys.forEach((key, i) => cache.touch(key % 200, i));
console.log(cache.hits);
