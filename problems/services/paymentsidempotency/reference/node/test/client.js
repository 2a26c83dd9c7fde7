'use strict';

/* A client for the tests, and a service of their own where BASE_URL names none. */

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

/** Sends one request; resolves to {status, headers, text, body}. */
function send(base, method, target, { caller = 'shop', key, body, timeout = 10000, ...more } = {}) {
  const headers = { ...more.headers };
  if (caller) headers.Authorization = `Bearer ${caller}`;
  if (key !== undefined) headers['Idempotency-Key'] = key;
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  if (text !== undefined) headers['Content-Length'] = Buffer.byteLength(text);
  return new Promise((resolve, reject) => {
    const request = http.request(base + target, { method, headers, agent: false }, async (response) => {
      try {
        const parts = [];
        for await (const part of response) parts.push(part);
        const answer = Buffer.concat(parts).toString();
        resolve({
          status: response.statusCode,
          headers: response.headers,
          text: answer,
          get body() {
            return JSON.parse(answer);
          },
        });
      } catch (error) {
        reject(error);
      }
    });
    request.setTimeout(timeout, () => request.destroy(new Error('timeout')));
    request.on('error', reject);
    request.end(text);
  });
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

class Service {
  static async start(environment = {}) {
    const service = new Service();
    service.port = await freePort();
    service.url = `http://127.0.0.1:${service.port}`;
    service.directory = fs.mkdtempSync(path.join(os.tmpdir(), 'payments-'));
    service.environment = { PROCESSING_MS: '60', ...environment };
    await service.start();
    return service;
  }

  async start() {
    const { PATH } = process.env;
    const own = { PATH, PORT: String(this.port), DATA_DIR: this.directory };
    this.process = spawn(process.execPath, [path.join(__dirname, '../src/server.js')], {
      env: { ...own, ...this.environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let tries = 0; tries < 200; tries++) {
      const answer = await send(this.url, 'GET', '/healthz').catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(50);
    }
    throw new Error('the service is not ready');
  }

  async end(signal = 'SIGKILL') {
    const ended = once(this.process, 'exit');
    this.process.kill(signal);
    await ended;
  }

  async close() {
    await this.end();
    fs.rmSync(this.directory, { recursive: true });
  }
}

module.exports = { send, Service };
