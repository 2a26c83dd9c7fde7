// attack: has the bundler load what is no module: texts, addresses, its own surroundings
// expected: CE RTE WA
// hides: root:[*!$x]
// hides: MARK_OF_THE_JUDGE=
import environment from "/proc/self/environ";
import inline from "data:application/json,{\"first\": 1}";
import remote from "https://127.0.0.1/evil.js";
import * as self from "../src/written_at_build.ts";
import shadow from "file:///etc/shadow";

console.log(environment, inline, remote, self, shadow);
