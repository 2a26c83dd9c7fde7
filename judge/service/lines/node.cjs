// Prints of each JavaScript or TypeScript file of the candidate's which lines were executed ("+
// FIRST LAST PATH"; the whole is "- 1 LAST PATH" before), of what V8 counted. Its ranges lie in one
// another, the inner after the outer; a line is executed where any of its text is.
'use strict';
const fs = require('fs');
const path = require('path');
const url = require('url');

const ROOT = '/box/app';
const COUNTS = '/box/lines/v8';
const FOREIGN = new Set(['.git', 'node_modules']);
const covered = new Map(); // by path: a byte for each character

function fail(why) {
  console.log(`! ${why}`);
  process.exit(0);
}

function take(script) {
  let file;
  try { file = url.fileURLToPath(script.url); } catch { return; }
  if (!file.startsWith(`${ROOT}/`) || !fs.existsSync(file)) return;
  const length = fs.readFileSync(file, 'utf8').length;
  const now = new Uint8Array(length);
  for (const item of script.functions)
    for (const range of item.ranges) now.fill(range.count > 0 ? 1 : 0, range.startOffset, range.endOffset);
  const before = covered.get(file);
  if (before) now.forEach((value, i) => { if (value) before[i] = 1; });
  else covered.set(file, now);
}

function tell(file) {
  const hits = covered.get(file);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  console.log('-', 1, lines.length, file);
  let at = 0;
  lines.forEach((line, i) => {
    let any = false;
    for (let k = 0; hits && k < line.length && !any; k++) any = hits[at + k] && line[k].trim() !== '';
    if (any) console.log('+', i + 1, i + 1, file);
    at += line.length + 1;
  });
}

function walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !FOREIGN.has(entry.name)) walk(file);
    else if (entry.isFile() && /\.(js|mjs|cjs|jsx|ts|mts|cts|tsx)$/.test(entry.name)) tell(file);
  }
}

if (fs.readdirSync('/box/lines').some((name) => /^node-\d+$/.test(name)))
  fail('the tests killed a Node process, which could not say what it had executed');
let names = [];
try { names = fs.readdirSync(COUNTS); } catch { fail('no Node process of the tests could be watched'); }
for (const name of names)
  for (const script of JSON.parse(fs.readFileSync(path.join(COUNTS, name), 'utf8')).result) take(script);
walk(ROOT);
