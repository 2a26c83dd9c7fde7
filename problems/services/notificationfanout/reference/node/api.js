'use strict';
// Requests and answers.

const {STATUS_CODES} = require('http');
const {Refused} = require('./state');

const NAME = /^[A-Za-z0-9_-]{1,64}$/;
const MOST = 10000; // recipients in one request
const MAX_BODY = 8 << 20;

const isName = (value) => typeof value === 'string' && NAME.test(value);
const isList = (value, least, most) => Array.isArray(value) && value.length >= least && value.length <= most;
const isText = (value, most) => typeof value === 'string' && value.length >= 1 && [...value].length <= most;

function need(condition, detail) {
  if (!condition) throw new Refused(422, detail);
}

function found(value) {
  if (value === undefined) throw new Refused(404, 'no such thing');
  return value;
}

class Api {
  constructor(state, dispatcher, maxBacklog) {
    this.state = state;
    this.dispatcher = dispatcher;
    this.maxBacklog = maxBacklog;
    this.routes = [];
    const add = (method, pattern, handler) => {
      this.routes.push({method, regex: new RegExp(`^${pattern.replace('{id}', '([^/]+)')}$`), handler: handler.bind(this)});
    };
    add('GET', '/healthz', () => [200, {status: 'ok'}]);
    add('PUT', '/channels/{id}', this.putChannel);
    add('POST', '/recipients', this.putRecipients);
    add('GET', '/recipients/{id}', ({id}) => [200, showRecipient(found(this.state.recipients.get(id)))]);
    add('POST', '/recipients/{id}/unsubscribe', (request) => this.subscribe(request, false));
    add('POST', '/recipients/{id}/subscribe', (request) => this.subscribe(request, true));
    add('GET', '/recipients/{id}/messages', this.recipientMessages);
    add('POST', '/notifications', this.notify);
    add('GET', '/notifications/{id}', ({id}) => [200, this.showNotification(found(this.state.notifications.get(id)))]);
    add('GET', '/notifications/{id}/messages', this.notificationMessages);
    add('GET', '/messages/{id}', ({id}) => [200, showMessage(this.message(id))]);
    add('POST', '/messages/{id}/retry', this.retry);
    add('GET', '/dead-letters', this.deadLetters);
  }

  async handle(request, response) {
    let status, value, headers = {}, type = 'application/json';
    try {
      [status, value] = await this.route(request);
      await this.state.journal.synced(); // also for reads: nobody is shown what a crash could take back
    } catch (error) {
      if (!(error instanceof Refused)) console.error(error);
      const {status: code = 500, message, headers: more = {}} = error instanceof Refused ? error : {message: 'an internal error'};
      [status, headers, type] = [code, more, 'application/problem+json'];
      value = {type: 'about:blank', title: STATUS_CODES[code], status: code, detail: message};
    }
    const body = Buffer.from(JSON.stringify(value));
    response.writeHead(status, {...headers, 'Content-Type': type, 'Content-Length': body.length});
    response.end(body);
  }

  async route(request) {
    const url = new URL(request.url, 'http://localhost');
    const body = await read(request);
    let known = false;
    for (const {method, regex, handler} of this.routes) {
      const match = regex.exec(url.pathname);
      if (match && method === request.method) {
        return handler({id: match[1], query: url.searchParams, json: () => parse(body)});
      }
      known ||= Boolean(match);
    }
    throw new Refused(known ? 405 : 404, 'there is nothing at this path for this method');
  }

  async putChannel({id: name, json}) {
    const {url} = json();
    need(isName(name), 'the name has 1 to 64 letters, digits, _ and -');
    need(isUrl(url), 'url must be an http or https URL with a host');
    await this.state.commit({channel: {name, url}});
    return [200, {name, url}];
  }

  async putRecipients({json}) {
    const {recipients} = json();
    need(isList(recipients, 1, MOST), `recipients must be a list of 1 to ${MOST}`);
    const checked = recipients.map((value) => {
      need(value && typeof value === 'object', 'a recipient must be an object');
      const {id, channels, unsubscribed = []} = value;
      need(isName(id), "a recipient's id must be a name");
      for (const names of [channels, unsubscribed]) {
        need(Array.isArray(names) && names.every(isName), 'channels and unsubscribed must be lists of names');
      }
      return {id, channels: [...new Set(channels)], unsubscribed};
    });
    await this.state.putRecipients(checked);
    return [200, {count: checked.length}];
  }

  async subscribe({id, json}, wanted) {
    const {topic} = json();
    need(isName(topic), 'topic must be a name');
    return [200, showRecipient(found(await this.state.subscribe(id, topic, wanted)))];
  }

  async notify({json}) {
    const {topic, text, to, key = undefined} = json();
    need(isName(topic), 'topic must be a name');
    need(isText(text, 4096), 'text must have 1 to 4096 characters');
    need(isList(to, 1, MOST) && to.every(isName), `to must be a list of 1 to ${MOST} recipients`);
    need(key === undefined || isText(key, 64), 'key must have 1 to 64 characters');
    const {notification, made} = await this.state.notify({topic, text, to, key}, this.maxBacklog);
    for (const message of made ?? []) this.dispatcher.add(message);
    return [made ? 202 : 200, this.showNotification(notification)];
  }

  message(id) {
    const match = /^m_([0-9]{1,15})$/.exec(id);
    return found(match ? this.state.messages[Number(match[1])] : undefined);
  }

  async retry({id}) {
    const message = await this.state.retry(this.message(id).n);
    this.dispatcher.add(message);
    return [202, showMessage(message)];
  }

  recipientMessages({id, query}) {
    found(this.state.recipients.get(id));
    return page(query, (this.state.ofRecipient.get(id) ?? []).map((n) => this.state.messages[n]).reverse(), -1);
  }

  notificationMessages({id, query}) {
    const {first, total} = found(this.state.notifications.get(id));
    return page(query, this.state.messages.slice(first, first + total), 1);
  }

  deadLetters({query}) {
    const channel = query.get('channel');
    if (!this.state.channels.has(channel)) throw new Refused(404, 'no such channel');
    return page(query, this.state.messages.filter((one) => one.channel === channel && one.status === 'dead'), 1);
  }

  showNotification(notification) {
    const {id, topic, total, unknown} = notification;
    return {id, topic, total, unknown, counts: this.state.counts(notification)};
  }
}

/** A page. The cursor is the last message's number: what comes or goes does not move it. */
function page(query, messages, direction) {
  const limit = query.get('limit') ?? '100';
  if (!/^[0-9]{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 500) throw new Refused(400, 'limit must be 1 to 500');
  const cursor = query.get('cursor');
  if (cursor !== null && !/^c[0-9]{1,15}$/.test(cursor)) throw new Refused(400, 'this is not a cursor of ours');
  const after = cursor === null ? undefined : Number(cursor.slice(1));
  const rest = after === undefined ? messages : messages.filter(({n}) => (n - after) * direction > 0);
  const items = rest.slice(0, Number(limit));
  return [200, {items: items.map(showMessage), next: rest.length > items.length ? `c${items.at(-1).n}` : null}];
}

function showRecipient({id, channels, unsubscribed}) {
  return {id, channels, unsubscribed: [...unsubscribed]};
}

function showMessage({n, notification, recipient, channel, status, attempts, last}) {
  return {id: `m_${n}`, notification_id: notification.id, recipient, channel, topic: notification.topic, status, attempts, last_status: last};
}

function isUrl(value) {
  try {
    const {protocol, hostname} = new URL(value);
    return /^https?:\/\//i.test(value) && ['http:', 'https:'].includes(protocol) && hostname !== '';
  } catch {
    return false;
  }
}

async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Refused(413, 'the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parse(body) {
  let value;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refused(400, 'the body is not JSON');
  }
  need(value && typeof value === 'object' && !Array.isArray(value), 'the body must be an object');
  return value;
}

module.exports = {Api};
