'use strict';
// A file of JSON lines that only grows. All that wait at a moment share one sync of it.

const fs = require('fs');
const path = require('path');

const CHUNK = 1 << 20;

/** Gives each complete line of a file to `apply`; a last one that a crash cut off was never acknowledged. */
function readLines(file, apply) {
  if (!fs.existsSync(file)) return;
  const descriptor = fs.openSync(file, 'r');
  const chunk = Buffer.alloc(CHUNK);
  let rest = Buffer.alloc(0);
  for (let size; (size = fs.readSync(descriptor, chunk, 0, CHUNK, null)) > 0;) {
    let data = Buffer.concat([rest, chunk.subarray(0, size)]);
    for (let end; (end = data.indexOf(10)) >= 0; data = data.subarray(end + 1)) {
      apply(JSON.parse(data.toString('utf8', 0, end)));
    }
    rest = Buffer.from(data);
  }
  fs.closeSync(descriptor);
}

class Journal {
  /** Reads the file, then begins a new one with the lines that `snapshot` yields. */
  constructor(file, apply, snapshot) {
    readLines(file, apply);
    const fresh = `${file}.new`;
    this.descriptor = fs.openSync(fresh, 'w', 0o600);
    for (const entry of snapshot()) fs.writeSync(this.descriptor, JSON.stringify(entry) + '\n');
    fs.fsyncSync(this.descriptor);
    fs.renameSync(fresh, file);
    const directory = fs.openSync(path.dirname(file), 'r');
    fs.fsyncSync(directory);
    fs.closeSync(directory);
    this.lines = [];
    this.waiting = [];
    this.busy = false;
  }

  append(entry) {
    this.lines.push(JSON.stringify(entry) + '\n');
    this.flush();
  }

  /** Resolves when everything that was appended so far is on the disk. */
  synced() {
    if (!this.busy && this.lines.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      // lines that still wait are in the next round, and so is whoever waits for them
      (this.lines.length > 0 ? this.waiting : this.current).push(resolve);
    });
  }

  async flush() {
    if (this.busy) return;
    this.busy = true;
    await null; // what is appended in the same turn goes along
    while (this.lines.length > 0) {
      const batch = Buffer.from(this.lines.join(''));
      this.lines = [];
      this.current = this.waiting;
      this.waiting = [];
      try {
        await write(this.descriptor, batch);
        await sync(this.descriptor);
      } catch (error) {
        console.error('journal:', error);
        process.exit(1); // nothing may be acknowledged any more
      }
      for (const resolve of this.current) resolve();
    }
    this.busy = false;
  }
}

function write(descriptor, data) {
  return new Promise((resolve, reject) => {
    fs.write(descriptor, data, 0, data.length, null, (error, count) => {
      if (error) reject(error);
      else if (count < data.length) write(descriptor, data.subarray(count)).then(resolve, reject);
      else resolve();
    });
  });
}

function sync(descriptor) {
  return new Promise((resolve, reject) => fs.fdatasync(descriptor, (error) => (error ? reject(error) : resolve())));
}

module.exports = {Journal};
