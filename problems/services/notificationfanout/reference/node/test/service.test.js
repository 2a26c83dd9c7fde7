'use strict';
// Tests over HTTP: of the service at BASE_URL, or of one that is started here.

const assert = require('assert');
const {spawn} = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const http = require('http');
const net = require('net');
const os = require('os');
const path = require('path');
const {after, before, describe, test} = require('node:test');

const SETTINGS = {RETRY_SCALE: '0.1', MAX_ATTEMPTS: '3', SEND_TIMEOUT: '2', CHANNEL_CONCURRENCY: '16', MAX_BACKLOG: '25000'};
const ours = !process.env.BASE_URL;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const unique = () => crypto.randomBytes(6).toString('hex');
const gaps = (requests) => requests.slice(1).map(({at}, n) => at - requests[n].at);

async function until(condition, within = 15000) {
  for (const end = Date.now() + within; !(await condition()); await sleep(20)) {
    if (Date.now() > end) throw new Error(`this did not come: ${condition}`);
  }
}

/** A service of our own, with its data. */
class Service {
  constructor(settings = {}) {
    this.settings = {...SETTINGS, ...settings};
    this.data = fs.mkdtempSync(path.join(os.tmpdir(), 'fanout-'));
  }

  async start() {
    this.port ??= await new Promise((resolve) => {
      const free = net.createServer().listen(0, '127.0.0.1', () => {
        const {port} = free.address();
        free.close(() => resolve(port));
      });
    });
    this.url = `http://127.0.0.1:${this.port}`;
    const env = {...process.env, ...this.settings, PORT: this.port, DATA_DIR: this.data};
    this.process = spawn(process.execPath, [path.join(__dirname, '..', 'server.js')], {env, stdio: 'ignore'});
    await until(async () => (await call('GET', `${this.url}/healthz`)).status === 200);
  }

  async end(signal = 'SIGTERM') {
    const ended = new Promise((resolve) => this.process.on('exit', resolve));
    this.process.kill(signal);
    return ended;
  }
}

/** A channel's other end: answers as told, the last answer for ever, and notes what came. */
class Provider {
  constructor(answers, delay = 0) {
    Object.assign(this, {requests: [], running: 0, most: 0});
    const left = answers.length > 0 ? [...answers] : [200];
    this.server = http.createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const answer = left.length > 1 ? left.shift() : left[0];
      this.requests.push({at: performance.now(), key: request.headers['idempotency-key'], body: JSON.parse(text)});
      this.most = Math.max(this.most, ++this.running);
      if (answer === 'hang') return;
      await sleep(delay);
      this.running--;
      const [status, headers] = Array.isArray(answer) ? answer : [answer, {}];
      response.writeHead(status, {'Content-Length': 0, ...headers}).end();
    });
  }

  async listen() {
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  texts() {
    return this.requests.map(({body}) => body.text);
  }
}

function call(method, url, value) {
  const body = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return new Promise((resolve) => {
    const headers = {'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body)};
    const request = http.request(url, {method, headers, agent: false}, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({status: answer.statusCode, headers: answer.headers, body: text ? JSON.parse(text) : null});
    });
    request.on('error', () => resolve({status: 0, headers: {}, body: null}));
    request.end(body);
  });
}

/** What tests do with a service at a URL that is known when they run. */
class Client {
  constructor(url) {
    this.url = url;
    this.providers = [];
  }

  async call(method, target, value, expect = [200]) {
    const {status, headers, body} = await call(method, this.url() + target, value);
    assert.ok([expect].flat().includes(status), `${method} ${target}: ${status} ${JSON.stringify(body)}`);
    if (status >= 400) {
      assert.match(headers['content-type'], /^application\/problem\+json/);
      assert.strictEqual(body.status, status);
    }
    if (status === 503) assert.match(headers['retry-after'], /^[1-9][0-9]*$/);
    return body;
  }

  async channel(answers = [], delay = 0) {
    const provider = await new Provider(answers, delay).listen();
    this.providers.push(provider);
    provider.name = `c${unique()}`;
    await this.call('PUT', `/channels/${provider.name}`, {url: provider.url});
    return provider;
  }

  async recipients(count, ...channels) {
    const ids = Array.from({length: count}, (_, n) => `r${n}-${unique()}`);
    await this.call('POST', '/recipients', {recipients: ids.map((id) => ({id, channels: channels.map(({name}) => name)}))});
    return ids;
  }

  notify(to, {text = 'text', topic = 'orders', expect = 202, ...more} = {}) {
    return this.call('POST', '/notifications', {topic, text, to, ...more}, expect);
  }

  async counts({id}) {
    return (await this.call('GET', `/notifications/${id}`)).counts;
  }

  async settled(notification, within = 20000) {
    await until(async () => (await this.counts(notification)).pending === 0, within);
    return this.counts(notification);
  }

  async walk(target, limit, between = () => {}) {
    const pages = [];
    for (let cursor = ''; cursor !== null;) {
      const query = `limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = await this.call('GET', `${target}${target.includes('?') ? '&' : '?'}${query}`);
      pages.push(page.items);
      cursor = page.next;
      await between();
    }
    assert.ok(pages.slice(0, -1).every((page) => page.length === limit), 'each page but the last is full');
    return pages.flat().map(({id}) => id);
  }
}

/** A group of tests with one service. */
function suite(name, settings, define) {
  describe(name, {skip: Boolean(settings) && !ours}, () => {
    const service = ours ? new Service(settings) : {url: process.env.BASE_URL.replace(/\/$/, '')};
    const client = new Client(() => service.url);
    before(async () => ours && service.start());
    after(async () => {
      client.providers.forEach((provider) => provider.close());
      if (ours) {
        await service.end();
        fs.rmSync(service.data, {recursive: true});
      }
    });
    define(client, service);
  });
}

suite('fan-out', null, (client) => {
  test('one message for each recipient and channel', async () => {
    const [mail, push] = [await client.channel(), await client.channel()];
    const [both, out] = await client.recipients(2, mail, push);
    const [one] = await client.recipients(1, mail);
    const [none] = await client.recipients(1);
    await client.call('POST', `/recipients/${out}/unsubscribe`, {topic: 'orders'});
    const made = await client.notify([both, one, none, out, both, 'nobody'], {text: 'ü 漢 😀'});
    assert.deepStrictEqual([made.total, made.unknown], [3, 1]);
    assert.deepStrictEqual(await client.settled(made), {pending: 0, sent: 3, dead: 0, skipped: 0});
    assert.deepStrictEqual(mail.requests.map(({body}) => body.recipient).sort(), [both, one].sort());
    assert.strictEqual(push.requests.length, 1);
    const [{key, body}] = push.requests;
    const message = {id: key, notification_id: made.id, recipient: both, channel: push.name, topic: 'orders'};
    assert.deepStrictEqual(body, {...message, text: 'ü 漢 😀'});
    assert.deepStrictEqual(await client.call('GET', `/messages/${key}`), {...message, status: 'sent', attempts: 1, last_status: 200});
  });

  test('preferences of the moment', async () => {
    const [old, current] = [await client.channel(), await client.channel()];
    const [who] = await client.recipients(1, old);
    await client.call('POST', `/recipients/${who}/unsubscribe`, {topic: 'offers'});
    assert.strictEqual((await client.notify([who], {topic: 'offers'})).total, 0);
    await client.call('PUT', `/channels/${old.name}`, {url: current.url});
    await client.settled(await client.notify([who], {topic: 'offer'}));
    assert.deepStrictEqual([old.requests.length, current.requests.length], [0, 1]);
    await client.call('POST', `/recipients/${who}/subscribe`, {topic: 'offers'});
    assert.strictEqual((await client.notify([who], {topic: 'offers'})).total, 1);
    await client.call('POST', '/recipients', {recipients: [{id: who, channels: [], unsubscribed: ['a']}]});
    assert.deepStrictEqual(await client.call('GET', `/recipients/${who}`), {id: who, channels: [], unsubscribed: ['a']});
    assert.strictEqual((await client.notify([who])).total, 0);
  });

  test('an unsubscribe holds for what waits', async () => {
    const channel = await client.channel([503, 200], 500);
    const [who] = await client.recipients(1, channel);
    await client.notify([who], {text: '1'});
    const unwanted = await client.notify([who], {text: '2', topic: 'offers'});
    const last = await client.notify([who], {text: '3'});
    await client.call('POST', `/recipients/${who}/unsubscribe`, {topic: 'offers'});
    await client.settled(last);
    assert.strictEqual((await client.counts(unwanted)).skipped, 1);
    assert.deepStrictEqual(channel.texts(), ['1', '1', '3']);
  });

  test('a key makes one notification', async () => {
    const channel = await client.channel();
    const to = await client.recipients(2, channel);
    const key = unique();
    const made = await Promise.all(Array.from({length: 10}, () => client.notify(to, {key, expect: [200, 202]})));
    assert.strictEqual(new Set(made.map(({id}) => id)).size, 1);
    await client.settled(made[0]);
    assert.strictEqual((await client.notify(to, {key, expect: 200})).counts.sent, 2);
    await client.notify(to, {key, text: 'other', expect: 409});
    await client.notify(to.slice(1), {key, expect: 409});
    assert.strictEqual(channel.requests.length, 2);
  });
});

suite('sending', null, (client) => {
  test('order around failures', async () => {
    const channel = await client.channel([503, 200, 200, 503, 200], 30);
    const to = await client.recipients(3, channel);
    let last;
    for (let n = 0; n < 6; n++) last = await client.notify(to, {text: String(n)});
    await client.settled(last);
    for (const who of to) {
      const own = channel.requests.filter(({body}) => body.recipient === who);
      const texts = own.map(({body}) => body.text);
      assert.deepStrictEqual(texts, [...texts].sort());
      assert.strictEqual(new Set(texts).size, 6);
      assert.ok(Math.min(...gaps(own)) > 25, 'one at a time');
    }
  });

  test('retries, dead letter, and a retry by hand', async () => {
    const trap = await client.channel();
    const channel = await client.channel([[302, {Location: trap.url}], 404, 503, 200]);
    const [who] = await client.recipients(1, channel);
    const first = await client.notify([who], {text: '1'});
    const second = await client.notify([who], {text: '2'});
    assert.strictEqual((await client.settled(second)).sent, 1);
    assert.strictEqual((await client.settled(first)).dead, 1);
    assert.deepStrictEqual([channel.texts(), trap.requests], [['1', '1', '1', '2'], []]);
    assert.strictEqual(new Set(channel.requests.map(({key}) => key)).size, 2);
    const [one, two, three] = gaps(channel.requests);
    assert.ok(one >= 190 && two >= 390 && one + two + three < 3000);
    const {items: [dead]} = await client.call('GET', `/dead-letters?channel=${channel.name}`);
    assert.deepStrictEqual([dead.attempts, dead.last_status], [3, 503]);
    await client.call('POST', `/messages/${dead.id}/retry`, undefined, 202);
    assert.strictEqual((await client.settled(first)).sent, 1);
    assert.strictEqual((await client.call('GET', `/messages/${dead.id}`)).attempts, 1);
    assert.strictEqual(channel.requests.at(-1).key, dead.id);
    assert.deepStrictEqual(await client.call('GET', `/dead-letters?channel=${channel.name}`), {items: [], next: null});
    await client.call('POST', `/messages/${dead.id}/retry`, undefined, 409);
  });

  test('timeout', async () => {
    const channel = await client.channel(['hang', 200]);
    const made = await client.notify(await client.recipients(1, channel));
    assert.strictEqual((await client.settled(made)).sent, 1);
    assert.ok(gaps(channel.requests)[0] >= 2100);
  });

  test('a channel that hangs slows nobody', async () => {
    const [stuck, fast] = [await client.channel(['hang']), await client.channel()];
    await client.notify(await client.recipients(200, stuck, fast));
    await until(() => fast.requests.length === 200, 4000);
  });

  test('concurrency', async () => {
    const channel = await client.channel([200], 100);
    await client.settled(await client.notify(await client.recipients(64, channel)));
    assert.ok(channel.most <= 16 && channel.most > 8, `${channel.most} at once`);
  });
});

suite('lists and input', null, (client) => {
  test('newest first, while new ones arrive', async () => {
    const [who] = await client.recipients(1, await client.channel(), await client.channel());
    const made = [];
    for (let n = 0; n < 7; n++) made.unshift((await client.notify([who])).id);
    const {items} = await client.call('GET', `/recipients/${who}/messages`);
    assert.deepStrictEqual(items.map((one) => one.notification_id), made.flatMap((id) => [id, id]));
    const seen = await client.walk(`/recipients/${who}/messages`, 3, () => client.notify([who]));
    assert.deepStrictEqual(seen, items.map(({id}) => id));
  });

  test('pages of a notification', async () => {
    const {id} = await client.notify(await client.recipients(120, await client.channel()));
    assert.strictEqual((await client.call('GET', `/notifications/${id}/messages`)).items.length, 100);
    assert.strictEqual(new Set(await client.walk(`/notifications/${id}/messages`, 50)).size, 120);
  });

  test('dead letters that leave during a walk', async () => {
    const channel = await client.channel([503]);
    await client.settled(await client.notify(await client.recipients(12, channel)));
    const target = `/dead-letters?channel=${channel.name}`;
    const seen = await client.walk(target, 4, async () => {
      const {items} = await client.call('GET', `${target}&limit=2`);
      for (const {id} of items) await client.call('POST', `/messages/${id}/retry`, undefined, [202, 409]);
    });
    assert.strictEqual(new Set(seen).size, 12);
  });

  test('wrong input', async () => {
    const [who] = await client.recipients(1);
    await client.call('POST', '/notifications', '{', 400);
    const left = unique();
    for (const [target, value] of [
      ['/recipients', {recipients: []}], ['/recipients', {recipients: [{id: 'a b', channels: []}]}],
      ['/recipients', {recipients: [{id: left, channels: []}, {id: 'x', channels: ['missing']}]}],
      ['/notifications', {text: 't', to: [who]}], ['/notifications', {topic: 't', text: '', to: [who]}],
      ['/notifications', {topic: 't', text: 'x'.repeat(4097), to: [who]}], ['/notifications', {topic: 't', text: 't', to: []}],
      ['/notifications', {topic: 't', text: 't', to: [who], key: ''}], [`/recipients/${who}/unsubscribe`, {}],
    ]) await client.call('POST', target, value, 422);
    await client.call('PUT', '/channels/x', {url: 'ftp://x/'}, 422);
    for (const target of [`/recipients/${left}`, '/notifications/none', '/messages/none', '/dead-letters?channel=none', '/none']) {
      await client.call('GET', target, undefined, 404);
    }
    for (const query of ['limit=0', 'limit=501', 'limit=x', 'cursor=!']) {
      await client.call('GET', `/recipients/${who}/messages?${query}`, undefined, 400);
    }
  });
});

suite('backlog', {MAX_BACKLOG: '20'}, (client) => {
  test('what does not fit is refused as a whole', async () => {
    const to = await client.recipients(15, await client.channel(['hang']));
    await client.notify(to);
    await client.notify(to, {key: 'k', expect: 503});
    await client.notify(to.slice(0, 5), {key: 'k'});
    await client.notify(to.slice(0, 1), {expect: 503});
    assert.strictEqual((await client.call('GET', `/recipients/${to[0]}/messages`)).items.length, 2);
  });
});

suite('surviving', {RETRY_SCALE: '1'}, (client, service) => {
  test('a kill in a fan-out', async () => {
    const channel = await client.channel([200], 2);
    const to = await client.recipients(2000, channel);
    const key = unique();
    const made = await client.notify(to, {key});
    await until(() => channel.requests.length > 200);
    await service.end('SIGKILL');
    await service.start();
    assert.strictEqual((await client.notify(to, {key, expect: 200})).id, made.id);
    assert.strictEqual((await client.settled(made)).sent, 2000);
    assert.strictEqual(new Set(channel.requests.map((one) => one.key)).size, 2000);
    assert.ok(channel.requests.length < 2050);
  });

  test('order and waiting time', async () => {
    const channel = await client.channel([503, 200]);
    const [who] = await client.recipients(1, channel);
    const made = [];
    for (let n = 0; n < 3; n++) made.push(await client.notify([who], {text: String(n)}));
    const first = async () => (await client.call('GET', `/notifications/${made[0].id}/messages`)).items[0];
    await until(async () => (await first()).attempts === 1);
    await service.end('SIGKILL');
    await service.start();
    await client.settled(made[2]);
    assert.deepStrictEqual(channel.texts(), ['0', '0', '1', '2']);
    assert.ok(gaps(channel.requests)[0] >= 1990);
    assert.strictEqual((await first()).attempts, 2);
  });

  test('SIGTERM', async () => {
    assert.strictEqual(await service.end(), 0);
    await service.start();
  });
});
