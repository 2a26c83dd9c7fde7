// attack: opens the debugger, by which others could take it over, and asks for another user
// expected: WA RTE SV
try {
    process.setuid(0);
} catch (error) {
    console.log(error.code);
}
require("inspector").open(9229, "127.0.0.1", false);
console.log("nothing");
