// Tests over HTTP. They talk to BASE_URL where it is set, else to a service that they start themselves. They
// ask it for its policies, so that any two will do: the one with the shortest window is waited for, and what has
// to be done within a window is done in the longest.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let base, process_, brief, long;

const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const newKey = () => `key-${randomBytes(8).toString('hex')}`;

async function call(method, path, { headers = {}, value, body } = {}) {
  const answer = await fetch(base + path, { method, headers, body: body ?? (value && JSON.stringify(value)) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, json: text ? JSON.parse(text) : null };
}

const check = (policy, key, query = '') =>
  call('GET', `/check/${policy.name}${query}`, { headers: { 'X-Api-Key': key } });

function limit(answer) {
  const form = /^"([^"]*)";r=(\d+);t=(\d+)$/.exec(answer.headers.get('ratelimit'));
  assert.ok(form, `RateLimit: ${answer.headers.get('ratelimit')}`);
  return { remaining: Number(form[2]), reset: Number(form[3]) };
}

function assertProblem(answer, status) {
  assert.equal(answer.status, status);
  assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
  assert.equal(answer.json.status, status);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

before(async () => {
  base = (process.env.BASE_URL ?? '').replace(/\/$/, '');
  if (!base) {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    const env = { ...process.env, PORT: String(port), POLICIES: 'brief=5/2,long=20/60' };
    process_ = spawn(process.execPath, ['server.js'], { cwd: ROOT, env, stdio: 'ignore' });
    for (let i = 0; i < 200 && !(await fetch(`${base}/healthz`).then((a) => a.ok, () => false)); i++) await sleep(0.05);
  }
  const { policies } = (await call('GET', '/policies')).json;
  policies.sort((a, b) => a.window - b.window);
  [brief, long] = [policies[0], policies.at(-1)];
});

after(() => process_?.kill('SIGTERM'));

test('the quota is exact at once, and each allowed answer has its own r', async () => {
  const key = newKey();
  const answers = await Promise.all(Array.from({ length: long.quota + 100 }, () => check(long, key)));
  const allowed = answers.filter((answer) => answer.status === 204).map((answer) => limit(answer).remaining);
  assert.deepEqual(allowed.sort((a, b) => a - b), Array.from({ length: long.quota }, (_, r) => r));
  assert.ok(answers.every((answer) => [204, 429].includes(answer.status)));
});

test('the fields tell what is left', async () => {
  const key = newKey();
  assert.deepEqual(limit(await check(long, key, '?cost=0')), { remaining: long.quota, reset: 0 });
  for (let left = long.quota - 1; left >= 0; left--) {
    const answer = await check(long, key);
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('ratelimit-policy'), `"${long.name}";q=${long.quota};w=${long.window}`);
    const { remaining, reset } = limit(answer);
    assert.equal(remaining, left);
    assert.ok(reset >= long.window / 2 && reset <= long.window + 1, `t=${reset}`);
  }
});

test('a refusal says why and until when, and then it works', async () => {
  const key = newKey();
  assert.equal((await check(brief, key, `?cost=${brief.quota}`)).status, 204);
  const refused = await check(brief, key);
  assertProblem(refused, 429);
  assert.equal(refused.json.type, 'https://iana.org/assignments/http-problem-types#quota-exceeded');
  assert.deepEqual(refused.json['violated-policies'], [brief.name]);
  const wait = Number(refused.headers.get('retry-after'));
  assert.ok(wait >= 1 && wait <= brief.window + 1, `Retry-After: ${wait}`);
  for (let i = 0; i < 10; i++) await check(brief, key); // refused ones do not count
  await sleep(wait);
  assert.equal((await check(brief, key, `?cost=${brief.quota}`)).status, 204);
});

test('the window slides', async () => {
  const key = newKey();
  const begin = performance.now();
  assert.equal((await check(brief, key)).status, 204);
  await sleep(brief.window * 0.7);
  assert.equal((await check(brief, key, `?cost=${brief.quota - 1}`)).status, 204);
  await sleep(brief.window * 1.2 - (performance.now() - begin) / 1000);
  assert.equal((await check(brief, key)).status, 204);
  assert.equal((await check(brief, key)).status, 429);
});

test('a cost is taken whole or not at all', async () => {
  const key = newKey();
  assert.equal((await check(long, key, `?cost=${long.quota - 1}`)).status, 204);
  const refused = await check(long, key, '?cost=2');
  assert.equal(refused.status, 429);
  assert.equal(limit(refused).remaining, 1);
  assert.equal((await check(long, key)).status, 204);
  for (const cost of ['-1', '1.5', 'x', '', long.quota + 1]) assertProblem(await check(long, key, `?cost=${cost}`), 422);
});

test('clients and policies are apart', async () => {
  const key = newKey();
  assert.equal((await check(long, key, `?cost=${long.quota}`)).status, 204);
  assert.equal((await check(long, key)).status, 429);
  assert.equal((await check(long, key.toUpperCase())).status, 204);
  assert.equal((await check(brief, key)).status, 204);
  assertProblem(await check(long, 'k'.repeat(129)), 400);
  assertProblem(await check({ name: 'nobody' }, key), 404);
});

test('many decisions at once: in order, and all or none are counted', async () => {
  const client = newKey();
  const batch = (...checks) => call('POST', '/decisions', { value: { checks } });
  const one = { policy: long.name, client };
  for (const bad of [{ policy: 'nobody', client }, { ...one, cost: '1' }, { ...one, client: '' }, null]) {
    assertProblem(await batch(one, bad), 422);
  }
  assertProblem(await batch(), 422);
  assertProblem(await batch(...Array(1001).fill(one)), 422);
  assertProblem(await call('POST', '/decisions', { body: '[]' }), 400);
  const { status, json } = await batch({ ...one, cost: long.quota }, one);
  assert.equal(status, 200);
  assert.deepEqual(json.decisions.map((decision) => decision.allowed), [true, false]);
  assert.equal(json.decisions[0].retry_after, null);
  assert.ok(json.decisions[1].retry_after >= 1);
  assert.equal((await check(long, client)).status, 429);
});

test('other methods are 405 with Allow', async () => {
  for (const [method, path, allow] of [['POST', `/check/${brief.name}`, 'GET'], ['GET', '/decisions', 'POST']]) {
    const answer = await call(method, path);
    assertProblem(answer, 405);
    assert.match(answer.headers.get('allow'), new RegExp(allow));
  }
});
