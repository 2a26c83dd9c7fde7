'use strict';
// Notification fan-out: see README.md.

const http = require('http');
const path = require('path');
const {Api} = require('./api');
const {Dispatcher} = require('./dispatch');
const {State} = require('./state');

function number(name, usual) {
  const value = Number(process.env[name] || usual);
  if (Number.isNaN(value)) throw new Error(`${name} must be a number`);
  return value;
}

const state = new State(path.join(process.env.DATA_DIR || '.', 'journal.jsonl'));
const dispatcher = new Dispatcher(state, {
  scale: number('RETRY_SCALE', 1),
  maxAttempts: number('MAX_ATTEMPTS', 5),
  timeout: number('SEND_TIMEOUT', 10) * 1000,
  concurrency: number('CHANNEL_CONCURRENCY', 16),
});
const api = new Api(state, dispatcher, number('MAX_BACKLOG', 100000));
const server = http.createServer((request, response) => {
  api.handle(request, response).catch((error) => {
    console.error(error); // the connection is gone
    response.destroy();
  });
});

dispatcher.resume();
server.listen({port: number('PORT', 8080), host: '0.0.0.0', backlog: 2048});

for (const name of ['SIGTERM', 'SIGINT']) {
  process.on(name, () => {
    dispatcher.concurrency = 0; // nothing new begins; what hangs is sent again after the start
    server.close();
    setTimeout(async () => {
      await state.journal.synced();
      process.exit(0);
    }, 500);
  });
}
