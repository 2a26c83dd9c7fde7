// attack: loads the files and the environment of the judge
// expected: WA RTE
// hides: MARK_OF_THE_JUDGE
const fs = require("fs");
const found = [];
for (const file of ["/proc/1/environ", "/proc/self/environ", "/root/.bashrc", "/home", "/etc/shadow",
    process.env.HOME + "/../root", __dirname + "/../secret"]) {
    try {
        found.push(fs.readFileSync(file, "latin1"));
    } catch (error) {
        found.push(error.code);
    }
}
console.log(JSON.stringify(found), JSON.stringify(process.env));
