// attack: workers and child processes that go on after the program's own end
// expected: WA RTE TLE
const { spawn } = require("child_process");
spawn("/bin/sh", ["-c", "while :; do :; done"], { detached: true, stdio: "ignore" }).unref();
console.log("nothing");
