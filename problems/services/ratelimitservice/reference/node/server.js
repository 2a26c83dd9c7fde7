// A rate limiter that other services ask over HTTP: settings, start and end.
import { createServer } from 'node:http';
import { createApi } from './lib/api.js';
import { Limiter } from './lib/limiter.js';
import { parsePolicies, parseProxies } from './lib/settings.js';

const BACKLOG = 2048;
const FORGET_EVERY_MS = 1000;
const STOP_WITHIN_MS = 3000;

const port = Number(process.env.PORT || 8080);
const limiter = new Limiter(parsePolicies(process.env.POLICIES || 'default=100/60'));
const trusted = parseProxies(process.env.TRUSTED_PROXIES || '');

const server = createServer({ maxHeaderSize: 16 * 1024 }, createApi(limiter, trusted));
server.keepAliveTimeout = 75_000;
server.headersTimeout = 80_000;
server.listen({ port, host: '0.0.0.0', backlog: BACKLOG }, () => console.log(`listening on port ${port}`));

const forgetting = setInterval(() => limiter.forget(), FORGET_EVERY_MS);

function stop() {
  clearInterval(forgetting);
  server.close(() => console.log('stopped'));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
