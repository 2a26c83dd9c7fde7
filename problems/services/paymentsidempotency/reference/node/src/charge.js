'use strict';

/* What a valid charge request is, and when two are the same. */

const { createHash } = require('node:crypto');
const { Problem } = require('./problem');

const CURRENCIES = ['EUR', 'GBP', 'USD'];
const MEMBERS = ['amount', 'currency', 'source', 'description'];
const LARGEST_AMOUNT = 99999999;
const LONGEST_DESCRIPTION = 200;

const isString = (value) => typeof value === 'string';

const RULES = {
  amount: (value) => Number.isInteger(value) && value >= 1 && value <= LARGEST_AMOUNT,
  currency: (value) => CURRENCIES.includes(value),
  source: (value) => isString(value) && /^tok_[A-Za-z0-9_]{1,60}$/.test(value),
  description: (value) =>
    value === undefined || (isString(value) && [...value].length <= LONGEST_DESCRIPTION),
};

/** The charge request in `text`, its members always in the same order. */
function parseCharge(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('body-invalid', 'The body is not JSON.');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Problem('body-invalid', 'The body is not a JSON object.');
  }
  const unknown = Object.keys(value).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) {
    throw new Problem('body-invalid', `There is no member "${unknown}".`);
  }
  const request = {};
  for (const name of MEMBERS) {
    if (!RULES[name](value[name])) {
      throw new Problem('body-invalid', `"${name}" is missing or not allowed.`);
    }
    if (value[name] !== undefined) {
      request[name] = value[name];
    }
  }
  return request;
}

/** The same for the same values, however the JSON was written. */
function fingerprint(request) {
  const canonical = JSON.stringify(MEMBERS.map((name) => request[name] ?? null));
  return createHash('sha256').update(canonical).digest('hex');
}

/** The key, from all values of the header. */
function parseKey(values) {
  if (values.length === 0) {
    throw new Problem('key-missing', 'Send an Idempotency-Key with every charge.');
  }
  if (values.length > 1 || !/^[!-~]{1,255}$/.test(values[0])) {
    throw new Problem('key-invalid', 'One key of 1 to 255 visible ASCII characters.');
  }
  return values[0];
}

module.exports = { parseCharge, parseKey, fingerprint };
