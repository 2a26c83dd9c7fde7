'use strict';

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');
const { after, before, beforeEach, describe, it } = require('node:test');
const { setTimeout: sleep } = require('node:timers/promises');
const { send, Service } = require('./client');

const CHARGE = { amount: 1250, currency: 'EUR', source: 'tok_visa' };
const range = (count) => [...Array(count).keys()];

let own;
let base = process.env.BASE_URL;
let caller;
let key;

before(async () => {
  if (!base) {
    own = await Service.start();
    base = own.url;
  }
});
after(() => own?.close());
beforeEach(() => {
  caller = `shop-${randomUUID()}`;
  key = randomUUID();
});

const charge = (body = CHARGE, more = {}, url = base) =>
  send(url, 'POST', '/charges', { caller, key, body, ...more });
const charges = async (url = base, who = caller) =>
  (await send(url, 'GET', '/charges', { caller: who })).body.data;
const replayed = (answer) => answer.headers['idempotent-replayed'];

function assertProblem(answer, status, kind) {
  assert.equal(answer.status, status);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  assert.equal(answer.body.type, `https://payments.example/problems/${kind}`);
  assert.equal(answer.body.status, status);
  assert.equal(typeof answer.body.title, 'string');
}

function assertReplay(answer, first) {
  assert.equal(replayed(answer), 'true');
  assert.equal(answer.status, first.status);
  assert.equal(answer.text, first.text);
  assert.equal(answer.headers.location, first.headers.location);
  assert.equal(answer.headers['content-type'], first.headers['content-type']);
}

describe('charges', () => {
  it('books a charge and shows it', async () => {
    const body = { ...CHARGE, description: 'Żółw – 東京 🐢' };
    const answer = await charge(body);
    assert.equal(answer.status, 201);
    const { id, status, created_at: createdAt, ...rest } = answer.body;
    assert.deepEqual(rest, body);
    assert.equal(status, 'succeeded');
    assert.match(id, /^ch_[A-Za-z0-9]+$/);
    assert.match(createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/);
    assert.equal(answer.headers.location, `/charges/${id}`);
    assert.equal(replayed(answer), undefined);
    const shown = await send(base, 'GET', answer.headers.location, { caller });
    assert.equal(shown.status, 200);
    assert.deepEqual(shown.body, answer.body);
    assert.deepEqual(await charges(), [answer.body]);
  });

  it('leaves an absent description absent', async () => {
    assert.ok(!('description' in (await charge()).body));
  });

  it('lists charges oldest first', async () => {
    const ids = [];
    for (const n of range(3)) ids.push((await charge(CHARGE, { key: `${key}-${n}` })).body.id);
    assert.deepEqual((await charges()).map(({ id }) => id), ids);
  });

  it('hides the charges of others', async () => {
    const { location } = (await charge()).headers;
    assertProblem(await send(base, 'GET', location, { caller: `${caller}x` }), 404, 'not-found');
    assert.deepEqual(await charges(base, `${caller}x`), []);
  });

  it('wants a caller', async () => {
    for (const [method, target] of [['POST', '/charges'], ['GET', '/charges'], ['GET', '/charges/ch_1']]) {
      const answer = await send(base, method, target, { caller: null, key });
      assertProblem(answer, 401, 'unauthorized');
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
    }
  });

  it('takes values at the limits', async () => {
    const changes = [{ amount: 1 }, { amount: 99999999 }, { description: 'd'.repeat(200) }];
    for (const change of [...changes, { source: `tok_${'a'.repeat(60)}` }]) {
      assert.equal((await charge({ ...CHARGE, ...change }, { key: randomUUID() })).status, 201);
    }
  });

  it('refuses invalid bodies', async () => {
    const without = (name) => ({ ...CHARGE, [name]: undefined });
    const bodies = ['', '{', '[]', 'null', '"text"', {}, ...Object.keys(CHARGE).map(without)];
    for (const amount of [0, -1, 1.5, '1250', true, null, 100000000]) bodies.push({ ...CHARGE, amount });
    for (const currency of ['eur', 'XXX', 1, ['EUR']]) bodies.push({ ...CHARGE, currency });
    for (const source of ['tok_', 'visa', 'tok_a-b', `tok_${'a'.repeat(61)}`, 'tok_a\n', 1]) {
      bodies.push({ ...CHARGE, source });
    }
    for (const description of [null, 1, 'd'.repeat(201)]) bodies.push({ ...CHARGE, description });
    bodies.push({ ...CHARGE, extra: 1 });
    for (const body of bodies) assertProblem(await charge(body), 400, 'body-invalid');
    assert.deepEqual(await charges(), []);
  });
});

describe('keys', () => {
  it('are required, and checked before the body', async () => {
    assertProblem(await charge(CHARGE, { key: undefined }), 400, 'key-missing');
    assertProblem(await charge('{', { key: undefined }), 400, 'key-missing');
  });

  it('are 1 to 255 visible characters', async () => {
    for (const bad of ['k'.repeat(256), 'a b', 'ä']) {
      assertProblem(await charge(CHARGE, { key: bad }), 400, 'key-invalid');
    }
    assert.equal((await charge(CHARGE, { key: 'k'.repeat(255) })).status, 201);
  });

  it('are different when they only look similar', async () => {
    const keys = ['', '/', '_', '.', '%', "'", '"', '\\', ':', '*'].map((c) => `k${c}${key}`);
    keys.push(keys[0].toUpperCase(), `"${keys[0]}"`);
    const ids = new Set();
    for (const one of keys) {
      const answer = await charge(CHARGE, { key: one });
      assert.equal(replayed(answer), undefined);
      ids.add(answer.body.id);
    }
    assert.equal(ids.size, keys.length);
  });

  it('are compared to their end', async () => {
    const ids = ['a', 'b'].map((end) => charge(CHARGE, { key: key + 'k'.repeat(200) + end }));
    assert.notEqual((await ids[0]).body.id, (await ids[1]).body.id);
  });

  it('are found however the header is spelled', async () => {
    const first = await charge();
    const headers = { authorization: `Bearer ${caller}`, 'idempotency-key': key };
    assertReplay(await send(base, 'POST', '/charges', { caller: null, headers, body: CHARGE }), first);
  });

  it('belong to their caller', async () => {
    const pairs = [['', '']];
    for (const glue of ['', '-', '_', '.', '/', '~', '+']) {
      pairs.push([`${glue}x`, ''], ['', `x${glue}`]); // "a" with "x-k" is not "a-x" with "k"
    }
    for (const [suffix, prefix] of pairs) {
      const answer = await charge(CHARGE, { caller: caller + suffix, key: prefix + key });
      assert.equal(answer.status, 201);
      assert.equal(replayed(answer), undefined);
    }
  });
});

describe('replays', () => {
  it('are the same answer', async () => {
    const first = await charge();
    for (const _ of range(3)) assertReplay(await charge(), first);
    assert.equal((await charges()).length, 1);
  });

  it('repeat a decline', async () => {
    const body = { ...CHARGE, source: 'tok_declined' };
    const first = await charge(body);
    assertProblem(first, 402, 'card-declined');
    assert.equal(first.headers.location, undefined);
    assert.equal(replayed(first), undefined);
    assertReplay(await charge(body), first);
    assert.deepEqual(await charges(), []);
  });

  it('do not mind how the JSON is written', async () => {
    const first = await charge();
    assertReplay(await charge(Object.fromEntries(Object.entries(CHARGE).reverse())), first);
    assertReplay(await charge(JSON.stringify(CHARGE, null, 4)), first);
  });

  it('are refused for another payload, which changes nothing', async () => {
    const first = await charge();
    const changes = [{ amount: 1251 }, { currency: 'USD' }, { source: 'tok_declined' }];
    for (const change of [...changes, { description: 'new' }]) {
      assertProblem(await charge({ ...CHARGE, ...change }), 422, 'key-reused');
    }
    assertReplay(await charge(), first);
    assert.equal((await charges()).length, 1);
  });

  it('never repeat a rejection', async () => {
    assertProblem(await charge({ ...CHARGE, amount: 0 }), 400, 'body-invalid');
    const first = await charge();
    assert.equal(first.status, 201);
    assert.equal(replayed(first), undefined);
    assertProblem(await charge('{'), 400, 'body-invalid');
    assertReplay(await charge(), first);
  });
});

describe('concurrency', () => {
  it('fifty at once are one charge', async () => {
    const answers = await Promise.all(range(50).map(() => charge()));
    const created = answers.filter(({ status }) => status === 201);
    const firsts = created.filter((answer) => replayed(answer) === undefined);
    assert.equal(firsts.length, 1);
    for (const answer of created) assert.equal(answer.text, firsts[0].text);
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      assertProblem(answer, 409, 'key-in-use');
    }
    assert.equal((await charges()).length, 1);
  });

  it('two payloads at once are one charge', async () => {
    const bodies = range(20).map((n) => (n % 2 ? CHARGE : { ...CHARGE, amount: 99 }));
    const answers = await Promise.all(bodies.map((body) => charge(body)));
    for (const { status } of answers) assert.ok([201, 409, 422].includes(status));
    const created = answers.filter(({ status }) => status === 201);
    assert.equal(new Set(created.map(({ body }) => body.amount)).size, 1);
    answers.forEach(({ status, body }, n) => {
      if (status === 201) assert.equal(body.amount, bodies[n].amount);
    });
    assert.equal((await charges()).length, 1);
  });

  it('charges once when the client gives up', async () => {
    await charge(CHARGE, { timeout: 20 }).catch(() => undefined);
    let answer;
    for (let tries = 0; tries < 100; tries++) {
      answer = await charge();
      if (answer.status !== 409) break;
      await sleep(50);
    }
    assert.equal(answer.status, 201);
    assert.equal((await charges()).length, 1);
  });

  it('charges each of several callers with the same key', async () => {
    const callers = range(10).map((n) => `${caller}-${n}`);
    const answers = await Promise.all(callers.map((each) => charge(CHARGE, { caller: each })));
    for (const answer of answers) assert.equal(answer.status, 201);
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 10);
  });

  it('takes many keys at once, and remembers them', async () => {
    const all = () => Promise.all(range(250).map((n) => charge(CHARGE, { key: `${key}-${n}` })));
    const answers = await all();
    for (const answer of answers) assert.equal(answer.status, 201);
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 250);
    (await all()).forEach((answer, n) => assertReplay(answer, answers[n]));
    assert.equal((await charges()).length, 250);
  });

  it('does not let different keys wait for each other', async () => {
    let start = Date.now();
    await charge();
    const one = Date.now() - start;
    start = Date.now();
    await Promise.all(range(40).map((n) => charge(CHARGE, { key: `${key}-${n}` })));
    assert.ok(Date.now() - start < 15 * one + 500);
  });
});

describe('the life of a process', { skip: Boolean(process.env.BASE_URL) }, () => {
  const withService = (environment, test) => async () => {
    const service = await Service.start(environment);
    try {
      await test(service);
    } finally {
      await service.close();
    }
  };

  it('answers survive SIGKILL and SIGTERM', withService({}, async (service) => {
    const first = await charge(CHARGE, {}, service.url);
    for (const signal of ['SIGKILL', 'SIGTERM']) {
      await service.end(signal);
      await service.start();
      assertReplay(await charge(CHARGE, {}, service.url), first);
      assert.deepEqual(await charges(service.url), [first.body]);
    }
  }));

  it('a crash in flight charges once', withService({ PROCESSING_MS: '100' }, async (service) => {
    let count = 0;
    for (const delay of [20, 90, 100, 105, 110, 150]) {
      const more = { key: `${key}-${delay}` };
      const cut = charge(CHARGE, more, service.url).catch(() => undefined);
      await sleep(delay);
      await service.end();
      await service.start();
      const answer = await charge(CHARGE, more, service.url);
      assert.equal(answer.status, 201);
      assert.equal((await cut)?.text ?? answer.text, answer.text);
      assert.equal((await charges(service.url)).length, ++count);
    }
  }));

  it('keys expire, and replays do not prolong them', withService({ KEY_TTL_SECONDS: '2' }, async ({ url }) => {
    const start = Date.now();
    const first = await charge(CHARGE, {}, url);
    assertReplay(await charge(CHARGE, {}, url), first);
    while ((await charge(CHARGE, {}, url)).text === first.text) {
      assert.ok(Date.now() - start < 6000);
      await sleep(50);
    }
    assert.ok(Date.now() - start >= 2000);
    assert.equal((await charges(url)).length, 2);
  }));

  it('an expired key charges once again', withService({ KEY_TTL_SECONDS: '1' }, async ({ url }) => {
    await charge(CHARGE, {}, url);
    await sleep(1200);
    await Promise.all(range(20).map(() => charge(CHARGE, {}, url)));
    assert.equal((await charges(url)).length, 2);
  }));
});
