// huge; time O(1); space O(1)
import { readFileSync } from "fs";

function format(seconds: number): string {
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

console.log(format(Number(readFileSync(0, "utf8"))));
