import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../lib/client.js';
import { Limiter } from '../lib/limiter.js';
import { parsePolicies, parseProxies } from '../lib/settings.js';

test('X-Forwarded-For is believed from its end, as far as proxies are trusted', () => {
  const none = parseProxies('');
  const some = parseProxies('127.0.0.1, 10.0.0.0/8');
  for (const [trusted, peer, hops, want] of [
    [none, '127.0.0.1', '192.0.2.1', '127.0.0.1'],
    [some, '127.0.0.1', undefined, '127.0.0.1'],
    [some, '127.0.0.1', '192.0.2.1', '192.0.2.1'],
    [some, '127.0.0.1', '198.51.100.7, 192.0.2.1', '192.0.2.1'],
    [some, '127.0.0.1', '198.51.100.7, 192.0.2.1,10.1.2.3', '192.0.2.1'],
    [some, '127.0.0.1', 'nonsense, 10.1.2.3', '10.1.2.3'],
    [some, '203.0.113.9', '192.0.2.1', '203.0.113.9'],
  ]) {
    assert.equal(addressOf(peer, hops, trusted), want);
  }
});

test('a client needs few entries, never gets more than its quota, and gets nearly all of it', () => {
  let now = 0;
  const limiter = new Limiter([{ name: 'p', quota: 1000, window: 1 }], () => now);
  const allowedAt = [];
  for (let step = 0; step < 12_500; step++) {
    now = step * 0.0004;
    if (limiter.ask('p', 'a', 1).allowed) allowedAt.push(now);
  }
  for (let i = 1000; i < allowedAt.length; i++) assert.ok(allowedAt[i] - allowedAt[i - 1000] >= 1 - 1e-9);
  assert.ok(allowedAt.length > 4500);
});

test('idle clients are forgotten', () => {
  let now = 0;
  const limiter = new Limiter([{ name: 'p', quota: 5, window: 1 }], () => now);
  for (let i = 0; i < 1000; i++) limiter.ask('p', `c${i}`, 1);
  now = 1;
  limiter.ask('p', 'late', 1);
  limiter.forget();
  assert.equal(limiter.clients, 1);
});

test('policies that are no policies are refused', () => {
  for (const text of ['', 'a', 'a=1', 'a=0/1', 'a=1/0', 'A=1/1', 'a=1/1,a=2/2', 'a=1.5/1']) {
    assert.throws(() => parsePolicies(text), /POLICIES/);
  }
});
