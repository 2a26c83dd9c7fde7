// attack: reaches below the library, for the environment and for files
// expected: RTE
// hides: MARK_OF_THE_JUDGE
// hides: root:[*!$x]
const found = [];
for (const name of ["spawn_sync", "fs", "process_wrap", "natives", "os", "tty_wrap"]) {
  try {
    found.push(name, Object.keys(process.binding(name)).length);
  } catch (error) {
    found.push(name, error.message);
  }
}
try {
  process.dlopen({ exports: {} }, "/proc/self/fd/0");
} catch (error) {
  found.push(error.code);
}
console.error(JSON.stringify(process.env), process.execArgv, process.report.getReport());
process.exit(3);
