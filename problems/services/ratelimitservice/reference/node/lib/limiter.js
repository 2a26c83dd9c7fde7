// Decides by a sliding window: in no window of a policy, wherever it begins, has a client more than the quota.
//
// For each policy and client the limiter keeps when which units stop to count. Units that came within a
// twentieth of a window share an entry, and stop with the last of them, so that a client needs some 20
// entries at most, whatever the quota. Nothing here waits: looking and counting are one step.

const ENTRIES_PER_WINDOW = 20;

const monotonicSeconds = () => performance.now() / 1000;

export class Limiter {
  #tables = new Map(); // policy name -> {policy, clients: Map of client -> {entries, used}}
  #now;

  constructor(policies, now = monotonicSeconds) {
    for (const policy of policies) this.#tables.set(policy.name, { policy, clients: new Map() });
    this.#now = now;
  }

  policies() {
    return [...this.#tables.values()].map((table) => table.policy);
  }

  policy(name) {
    return this.#tables.get(name)?.policy;
  }

  /** Decides about `cost` units of a client, at most the quota, and counts them if they are allowed. */
  ask(policyName, who, cost) {
    const { policy, clients } = this.#tables.get(policyName);
    const now = this.#now();
    const client = clients.get(who) ?? { entries: [], used: 0 };
    expire(client, now);
    const allowed = client.used + cost <= policy.quota;
    if (allowed && cost > 0) {
      count(client, cost, now, policy.window);
      clients.set(who, client);
    }
    return {
      policy,
      allowed,
      remaining: policy.quota - client.used,
      reset: client.entries.length ? wholeSeconds(client.entries[0].until - now) : 0,
      retryAfter: allowed ? null : wholeSeconds(freeAt(client, client.used + cost - policy.quota) - now),
    };
  }

  /** Drops clients of whom nothing counts any more. */
  forget() {
    const now = this.#now();
    for (const { clients } of this.#tables.values()) {
      for (const [who, client] of clients) {
        if (!client.entries.length || client.entries.at(-1).until <= now) clients.delete(who);
      }
    }
  }

  /** How many pairs of a policy and a client are held. */
  get clients() {
    let sum = 0;
    for (const { clients } of this.#tables.values()) sum += clients.size;
    return sum;
  }
}

function expire(client, now) {
  const { entries } = client;
  let ended = 0;
  while (ended < entries.length && entries[ended].until <= now) client.used -= entries[ended++].units;
  entries.splice(0, ended);
}

function count(client, units, now, window) {
  const newest = client.entries.at(-1);
  client.used += units;
  if (newest && now - newest.first < window / ENTRIES_PER_WINDOW) {
    newest.until = now + window;
    newest.units += units;
  } else {
    client.entries.push({ first: now, until: now + window, units });
  }
}

/** When so many of the units that are used stop to count. */
function freeAt(client, units) {
  for (const entry of client.entries) {
    units -= entry.units;
    if (units <= 0) return entry.until;
  }
  throw new RangeError('a cost above the quota'); // the API refuses it before
}

/** Rounded up: who waits for so long has waited long enough. */
function wholeSeconds(seconds) {
  return Math.max(1, Math.ceil(seconds));
}
