// attack: a file whose name is an option to node
// name: --require=evil.js
// expected: WA
// name: -e.js
// expected: WA
console.log("nothing");
