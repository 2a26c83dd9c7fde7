'use strict';

/* Errors of the API, as problem details (RFC 9457). */

const PROBLEMS = {
  'key-missing': [400, 'Idempotency-Key is missing'],
  'key-invalid': [400, 'Idempotency-Key is not valid'],
  'body-invalid': [400, 'The body is not a valid charge'],
  unauthorized: [401, 'A bearer token is required'],
  'card-declined': [402, 'The card was declined'],
  'not-found': [404, 'There is no such resource'],
  'body-too-large': [413, 'The body is too large'],
  'key-reused': [422, 'The key belongs to another request'],
  internal: [500, 'The request could not be processed'],
};

class Problem extends Error {
  constructor(kind, detail) {
    super(detail ?? PROBLEMS[kind][1]);
    [this.status, this.title] = PROBLEMS[kind];
    this.kind = kind;
    this.detail = detail;
  }

  /** The answer that reports this problem. */
  answer() {
    const body = JSON.stringify({
      type: `https://payments.example/problems/${this.kind}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
    });
    return { status: this.status, headers: { 'Content-Type': 'application/problem+json' }, body };
  }
}

module.exports = { Problem };
