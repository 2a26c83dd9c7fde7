// Loaded at the start of each Node process of a candidate's tests, by NODE_OPTIONS, once in a
// grading. V8 counts (NODE_V8_COVERAGE) and Node writes the counts when a process ends by itself.
// Tests end services by a signal; so they are written before that takes effect, too. A file of the
// process's number stands there until then: what is left of them was killed and told nothing.
'use strict';
const { isMainThread } = require('worker_threads');
if (isMainThread) {
  const fs = require('fs');
  const v8 = require('v8');
  const mark = `/box/lines/node-${process.pid}`;
  const end = () => { try { fs.unlinkSync(mark); } catch { /* it is gone already */ } };
  try { fs.writeFileSync(mark, ''); } catch { /* no place: nothing will be known */ }
  process.on('exit', end);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    const last = () => {
      if (process.listenerCount(signal) > 1) return; // the program's own decides what happens
      try { v8.takeCoverage(); } catch { return; }
      end();
      process.removeListener(signal, last);
      process.kill(process.pid, signal);
    };
    process.on(signal, last);
  }
}
