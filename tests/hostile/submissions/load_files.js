// attack: loads files of the judge as modules, add-ons and workers
// expected: WA RTE
// hides: root:[*!$x]|56088
const tried = ["/etc/shadow", "/proc/1/environ", "../data/secret/1.ans", "/prog/../meta", "/prog/../src/main.js"];
for (const name of tried) {
    try {
        console.log(require(name));
    } catch (error) {
        console.log(error.code);
    }
}
try {
    process.dlopen({ exports: {} }, "/etc/passwd");
} catch (error) {
    console.log(error.code);
}
console.log(process.env, process.argv, process.execArgv);
