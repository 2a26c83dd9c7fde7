// The API: which request means what, and what is answered.
import { STATUS_CODES } from 'node:http';
import { clientOf, clientOfKey } from './client.js';

const LONGEST_BODY = 1024 * 1024;
const LARGEST_BATCH = 1000;
const QUOTA_EXCEEDED = 'https://iana.org/assignments/http-problem-types#quota-exceeded';

/** An error for the one who asks: RFC 9457. */
class Problem extends Error {
  constructor(status, detail, { headers = {}, members = {} } = {}) {
    super(detail);
    Object.assign(this, { status, headers, members });
  }
}

export function createApi(limiter, isTrusted) {
  const routes = [
    { path: /^\/check\/([^/]+)$/, method: 'GET', answer: check },
    { path: /^\/decisions$/, method: 'POST', answer: decide },
    { path: /^\/policies$/, method: 'GET', answer: () => json(200, { policies: limiter.policies() }) },
    { path: /^\/stats$/, method: 'GET', answer: () => json(200, { clients: limiter.clients }) },
    { path: /^\/healthz$/, method: 'GET', answer: () => json(200, { status: 'ok' }) },
  ];

  async function route(request) {
    const [path, query = ''] = request.url.split(/\?(.*)/s, 2);
    for (const { path: form, method, answer } of routes) {
      const match = form.exec(path);
      if (!match) continue;
      if (request.method !== method) throw new Problem(405, `use ${method}`, { headers: { Allow: method } });
      return answer(request, new URLSearchParams(query), match[1]);
    }
    throw new Problem(404, 'there is nothing at this path');
  }

  /** Decides about the request itself: for gateways that ask with a subrequest. */
  function check(request, query, name) {
    const policy = limiter.policy(name);
    if (!policy) throw new Problem(404, 'there is no such policy');
    const who = clientOf(request, isTrusted);
    if (who === null) throw new Problem(400, 'X-Api-Key has to be 1 to 128 visible ASCII characters');
    const cost = query.has('cost') ? parseCost(query.get('cost'), policy) : 1;
    const decision = limiter.ask(name, who, cost);
    const headers = fieldsOf(decision);
    if (!decision.allowed) {
      const members = { type: QUOTA_EXCEEDED, 'violated-policies': [name] };
      throw new Problem(429, 'the quota is used up', { headers, members });
    }
    return { status: 204, headers };
  }

  /** Answers many questions at once. All of them are looked at before the first is counted. */
  async function decide(request) {
    const value = parseObject(await readBody(request));
    const { checks } = value;
    if (!Array.isArray(checks) || checks.length < 1 || checks.length > LARGEST_BATCH) {
      throw new Problem(422, `checks has to be a list of 1 to ${LARGEST_BATCH} entries`);
    }
    const asks = checks.map(parseCheck);
    const decisions = asks.map(([name, who, cost]) => {
      const { allowed, remaining, reset, retryAfter } = limiter.ask(name, who, cost);
      return { allowed, remaining, reset, retry_after: retryAfter };
    });
    return json(200, { decisions });
  }

  function parseCheck(entry, index) {
    const policy = typeof entry?.policy === 'string' ? limiter.policy(entry.policy) : undefined;
    if (!policy) throw new Problem(422, `entry ${index}: there is no such policy`);
    const who = clientOfKey(entry.client);
    if (who === null) throw new Problem(422, `entry ${index}: client has to be 1 to 128 visible ASCII characters`);
    const cost = entry.cost ?? 1;
    if (typeof cost !== 'number') throw new Problem(422, `entry ${index}: cost has to be a number`);
    return [policy.name, who, parseCost(String(cost), policy)];
  }

  return async (request, response) => {
    let answer;
    try {
      answer = await route(request);
    } catch (error) {
      answer = problemOf(error);
    }
    response.writeHead(answer.status, { 'Cache-Control': 'no-store', ...answer.headers });
    response.end(answer.body);
  };
}

/** What a decision means, in the form of draft-ietf-httpapi-ratelimit-headers. */
function fieldsOf({ policy, allowed, remaining, reset, retryAfter }) {
  return {
    'RateLimit-Policy': `"${policy.name}";q=${policy.quota};w=${policy.window}`,
    RateLimit: `"${policy.name}";r=${remaining};t=${reset}`,
    ...(allowed ? {} : { 'Retry-After': String(retryAfter) }),
  };
}

function parseCost(text, policy) {
  if (!/^[0-9]{1,9}$/.test(text) || Number(text) > policy.quota) {
    throw new Problem(422, `cost has to be a whole number, 0 to ${policy.quota}`);
  }
  return Number(text);
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LONGEST_BODY) chunks.push(chunk); // the rest is read, so that the client sees the answer
  }
  if (size > LONGEST_BODY) throw new Problem(413, `the body is longer than ${LONGEST_BODY} bytes`);
  return Buffer.concat(chunks).toString();
}

function parseObject(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Problem(400, 'the body is not a JSON object');
  }
  return value;
}

function json(status, value, type = 'application/json') {
  return { status, headers: { 'Content-Type': type }, body: JSON.stringify(value) };
}

function problemOf(error) {
  if (!(error instanceof Problem)) {
    console.error(error);
    error = new Problem(500, 'an error of the service');
  }
  const { status, message: detail, members } = error;
  const value = { type: 'about:blank', title: STATUS_CODES[status], status, detail, ...members };
  const answer = json(status, value, 'application/problem+json');
  return { ...answer, headers: { ...answer.headers, ...error.headers } };
}
