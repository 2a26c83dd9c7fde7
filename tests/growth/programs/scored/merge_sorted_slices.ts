// numbers; time O(n log n); space O(n); families: random, distinct; kind: merge sort by recursion, slices
import { readFileSync } from "fs";

function mergeSort(a: number[]): number[] {
  if (a.length < 2) return a;
  const middle = a.length >> 1;
  const left = mergeSort(a.slice(0, middle));
  const right = mergeSort(a.slice(middle));
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (j === right.length || (i < left.length && left[i] <= right[j])) merged.push(left[i++]);
    else merged.push(right[j++]);
  }
  return merged;
}

const sorted = mergeSort(readFileSync(0, "utf8").split("\n")[1].split(" ").map(Number));
console.log(sorted[0], sorted[sorted.length - 1]);
