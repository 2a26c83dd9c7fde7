'use strict';

/*
 * An append-only file of JSON records, one a line.
 *
 * A record is one line, so a crash leaves all of it or an unfinished last line, which open() cuts off.
 * append() resolves when its record is on the disk; records that arrive while a write is under way
 * go out together with the next one, so that one fsync serves many.
 */

const fs = require('node:fs');
const path = require('node:path');

class Journal {
  #file;
  #waiting = [];
  #writing = false;

  /** Opens `file`, calls `each` for every record, and is ready to append. */
  static async open(file, each) {
    await fs.promises.mkdir(path.dirname(file), { recursive: true });
    const journal = new Journal();
    journal.#file = await fs.promises.open(file, 'a+');
    const content = await journal.#file.readFile();
    const end = content.lastIndexOf('\n') + 1;
    for (const line of content.subarray(0, end).toString().split('\n')) {
      if (line) {
        each(JSON.parse(line));
      }
    }
    await journal.#file.truncate(end);
    await journal.#file.sync();
    const directory = await fs.promises.open(path.dirname(file));
    await directory.sync(); // the file's name has to last, too
    await directory.close();
    return journal;
  }

  append(record) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line: JSON.stringify(record) + '\n', resolve, reject });
      if (!this.#writing) {
        this.#write();
      }
    });
  }

  async #write() {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#file.appendFile(batch.map((one) => one.line).join(''));
        await this.#file.datasync();
        batch.forEach((one) => one.resolve());
      } catch (error) {
        // What is in the file now is unknown: only a restart, which reads it, may go on.
        batch.forEach((one) => one.reject(error));
        console.error('the journal cannot be written:', error);
        process.exit(1);
      }
    }
    this.#writing = false;
  }

  async close() {
    await this.#file.close();
  }
}

module.exports = { Journal };
