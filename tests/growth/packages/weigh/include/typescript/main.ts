// Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit.
import * as fs from "node:fs";
import * as solution from "./solution";

const answer: string[] = [];
let data: Buffer;
let at = 0;

class Wrong extends Error {}

function fail(text: string): never {
    writeAll(2, Buffer.from(text + "\n"));
    process.exit(1);
}

function show(value: any): string {
    const text = require("node:util").inspect(value);
    return text.length < 80 ? text : text.slice(0, 80) + "...";
}

function expect(holds: boolean, value: any) {
    if (!holds) {
        throw new Wrong(show(value));
    }
}

function withName(name: string, write: (value: any) => void, value: any, wanted: string) {
    try {
        write(value);
    } catch (error) {
        if (!(error instanceof Wrong)) {
            throw error;
        }
        fail(`${name}: ${show(value)} was returned, where ${wanted} is wanted; ${error.message} does not fit`);
    }
}

function skipSpaces() {
    while (data[at] <= 32) {
        at++;
    }
}

function readWord(): string {
    skipSpaces();
    const start = at;
    while (data[at] > 32) {
        at++;
    }
    return data.toString("latin1", start, at);
}

function readNull(): boolean {
    skipSpaces();
    if (data[at] !== 110) {
        return false;
    }
    at += 4;
    return true;
}

function read_int(): number {
    skipSpaces();
    const negative = data[at] === 45;
    let value = 0;
    for (at += negative ? 1 : 0; data[at] > 32; at++) {
        value = value * 10 + data[at] - 48;
    }
    return negative ? -value : value;
}

function read_long(): bigint {
    return BigInt(readWord());
}

function read_double(): number {
    return Number(readWord());
}

function read_bool(): boolean {
    return readWord() === "true";
}

function read_string(): string {
    skipSpaces();
    const start = at;
    for (at++; data[at] !== 34; at++) {
        if (data[at] === 92) {
            at++;
        }
    }
    return JSON.parse(data.toString("utf8", start, ++at));
}

function format_int(value: any): string {
    expect(Number.isInteger(value), value);
    return value === 0 ? "0" : value.toFixed(0);
}

function format_long(value: any): string {
    expect(typeof value === "bigint" || Number.isSafeInteger(value), value);
    return value === 0 ? "0" : String(value);
}

function format_double(value: any): string {
    expect(typeof value === "number", value);
    return String(value);
}

function format_bool(value: any): string {
    expect(typeof value === "boolean", value);
    return String(value);
}

function write_int(value: any) {
    answer.push(format_int(value));
}

function write_long(value: any) {
    answer.push(format_long(value));
}

function write_double(value: any) {
    answer.push(format_double(value));
}

function write_bool(value: any) {
    answer.push(format_bool(value));
}

function write_string(value: any) {
    expect(typeof value === "string", value);
    answer.push(JSON.stringify(value));
}

function read_list_int(): number[] {
    const list: number[] = new Array(read_int());
    for (let i = 0; i < list.length; i++) {
        list[i] = read_int();
    }
    return list;
}

function writeAll(fd: number, bytes: Buffer) {
    for (let done = 0; done < bytes.length;) {
        try {
            done += fs.writeSync(fd, bytes, done);
        } catch (error: any) {
            if (error.code !== "EAGAIN") {
                throw error;
            }
            // A pipe that is full: a moment later there is room.
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
        }
    }
}

function main() {
    // What the candidate prints goes to stderr.
    process.stdout.write = (function (text: any) {
        writeAll(2, Buffer.from(text));
        return true;
    } as any);
    data = fs.readFileSync(0);
    if (typeof solution.weigh !== "function") {
        fail("solution.ts does not export weigh: write `export function weigh(numbers: number[]): number`");
    }
    const argument_numbers = read_list_int();
    const returned = (solution as any).weigh(argument_numbers);
    withName("weigh", write_int, returned, "int");
    writeAll(1, Buffer.from(answer.join("\n") + "\n"));
    process.exit(0);
}

main();
