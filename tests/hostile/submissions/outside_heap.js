// attack: takes memory that the heap's limit does not count
// expected: MLE RTE
const kept = [];
for (;;) {
  kept.push(Buffer.alloc(1 << 26, 1), new WebAssembly.Memory({ initial: 512 }));
}
