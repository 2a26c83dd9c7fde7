'use strict';

/* The HTTP side: routes, headers, the process's life. */

const http = require('node:http');
const { parseCharge, parseKey } = require('./charge');
const { Payments } = require('./payments');
const { Problem } = require('./problem');

const LARGEST_BODY = 64 * 1024;

async function readBody(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_BODY) {
      throw new Problem('body-too-large', `At most ${LARGEST_BODY} bytes.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function headerValues(request, name) {
  const values = [];
  for (let n = 0; n < request.rawHeaders.length; n += 2) {
    if (request.rawHeaders[n].toLowerCase() === name) {
      values.push(request.rawHeaders[n + 1].trim());
    }
  }
  return values;
}

function callerOf(request) {
  const match = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.authorization?.trim() ?? '');
  if (!match) {
    throw new Problem('unauthorized', 'Send Authorization: Bearer TOKEN.');
  }
  return match[1];
}

const json = (body) => ({ status: 200, headers: { 'Content-Type': 'application/json' }, body });

async function route(payments, request, body) {
  const path = request.url.split('?')[0];
  if (request.method === 'GET' && path === '/healthz') {
    return json('{"status":"ok"}');
  }
  const caller = callerOf(request);
  if (request.method === 'POST' && path === '/charges') {
    const key = parseKey(headerValues(request, 'idempotency-key'));
    const { answer, replayed } = await payments.charge(caller, key, parseCharge(body));
    return replayed
      ? { ...answer, headers: { ...answer.headers, 'Idempotent-Replayed': 'true' } }
      : answer;
  }
  if (request.method === 'GET' && path === '/charges') {
    return json(`{"data":[${payments.listCharges(caller).join(',')}]}`);
  }
  const [, id] = /^\/charges\/([^/]+)$/.exec(path) ?? [];
  const charge = request.method === 'GET' && payments.findCharge(caller, id);
  if (!charge) {
    throw new Problem('not-found');
  }
  return json(charge);
}

async function handle(payments, request, response) {
  let answer;
  try {
    answer = await route(payments, request, await readBody(request));
  } catch (error) {
    if (!(error instanceof Problem)) {
      console.error(request.method, request.url, error);
    }
    answer = (error instanceof Problem ? error : new Problem('internal')).answer();
    if (answer.status === 401) {
      answer.headers['WWW-Authenticate'] = 'Bearer';
    } else if (answer.status === 413) {
      answer.headers.Connection = 'close';
    }
  }
  const length = Buffer.byteLength(answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'Content-Length': length });
  response.end(answer.body);
}

async function main() {
  const payments = await Payments.open({
    directory: process.env.DATA_DIR ?? 'data',
    processingMs: Number(process.env.PROCESSING_MS ?? 100),
    ttlMs: Number(process.env.KEY_TTL_SECONDS ?? 86400) * 1000,
  });
  const server = http.createServer((request, response) => handle(payments, request, response));
  const port = Number(process.env.PORT ?? 8080);
  server.listen({ port, host: '0.0.0.0', backlog: 1024 }, () => console.log('listening on', port));

  const stop = async () => {
    server.close();
    await payments.drain();
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 200); // answers that are on their way
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
