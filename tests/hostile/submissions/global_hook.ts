// attack: changes what the library does at the end of the program
// expected: WA RTE TLE
declare const require: any, process: any;
process.on("exit", () => { process.reallyExit = () => {}; for (;;) process.exitCode = 42; });
process.stdout.write = () => true;
process.exit(42);
