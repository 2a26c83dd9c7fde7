'use strict';

/*
 * Charges at most once for each key. Knows nothing of HTTP connections.
 *
 * One record of the journal holds a charge together with the answer that its key replays, so neither
 * exists without the other. What is in flight is a promise in memory: requests with the same key wait
 * for it, and a crash forgets it, so that the retry starts over.
 */

const { randomBytes } = require('node:crypto');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { fingerprint } = require('./charge');
const { Journal } = require('./journal');
const { Problem } = require('./problem');

class Payments {
  #journal;
  #processingMs;
  #ttlMs;
  #charges = new Map(); // caller -> Map of id -> JSON text, in the order of booking
  #answers = new Map(); // caller and key -> {fingerprint, answer, expires}
  #inFlight = new Map(); // caller and key -> {fingerprint, outcome: promise of an answer}

  constructor({ processingMs, ttlMs }) {
    this.#processingMs = processingMs;
    this.#ttlMs = ttlMs;
  }

  static async open({ directory, processingMs, ttlMs }) {
    const payments = new Payments({ processingMs, ttlMs });
    const file = path.join(directory, 'payments.jsonl');
    payments.#journal = await Journal.open(file, (record) => payments.#apply(record));
    return payments;
  }

  /** {answer, replayed} for a valid request. */
  async charge(caller, key, request) {
    const name = `${caller} ${key}`; // neither has a blank
    const print = fingerprint(request);
    this.#forgetExpired();

    const known = this.#answerOf(name) ?? this.#inFlight.get(name);
    if (known) {
      if (known.fingerprint !== print) {
        throw new Problem('key-reused', 'Take a new key for a new charge.');
      }
      return { answer: known.answer ?? (await known.outcome), replayed: true };
    }

    const outcome = this.#process(caller, name, request, print);
    this.#inFlight.set(name, { fingerprint: print, outcome });
    try {
      return { answer: await outcome, replayed: false };
    } finally {
      this.#inFlight.delete(name);
    }
  }

  findCharge(caller, id) {
    return this.#charges.get(caller)?.get(id);
  }

  listCharges(caller) {
    return [...(this.#charges.get(caller)?.values() ?? [])];
  }

  /** Resolves when nothing is in flight any more. */
  async drain() {
    await Promise.allSettled([...this.#inFlight.values()].map((one) => one.outcome));
    await this.#journal.close();
  }

  async #process(caller, name, request, print) {
    await sleep(this.#processingMs); // the card network
    const approved = request.source !== 'tok_declined';
    const id = approved ? `ch_${randomBytes(12).toString('hex')}` : undefined;
    const answer = approved ? created(id, request) : declined();
    const expires = Date.now() + this.#ttlMs;
    const record = { caller, name, id, fingerprint: print, answer, expires };
    await this.#journal.append(record);
    this.#apply(record);
    return answer;
  }

  /** Makes a record of the journal true in memory; at the start for all of them. */
  #apply({ caller, name, id, fingerprint: print, answer, expires }) {
    if (id !== undefined) {
      if (!this.#charges.has(caller)) {
        this.#charges.set(caller, new Map());
      }
      this.#charges.get(caller).set(id, answer.body);
    }
    this.#answers.delete(name); // so that the map stays in the order of expiry
    if (expires > Date.now()) {
      this.#answers.set(name, { fingerprint: print, answer, expires });
    }
  }

  #answerOf(name) {
    const stored = this.#answers.get(name);
    return stored && stored.expires > Date.now() ? stored : undefined;
  }

  #forgetExpired() {
    const now = Date.now();
    for (const [name, { expires }] of this.#answers) {
      if (expires > now) {
        break; // the rest is younger
      }
      this.#answers.delete(name);
    }
  }
}

function created(id, request) {
  const charge = { id, ...request, status: 'succeeded', created_at: new Date().toISOString() };
  return {
    status: 201,
    headers: { 'Content-Type': 'application/json', Location: `/charges/${id}` },
    body: JSON.stringify(charge),
  };
}

function declined() {
  return new Problem('card-declined', 'The card network declined this source.').answer();
}

module.exports = { Payments };
