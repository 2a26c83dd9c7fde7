'use strict';
// Everything that must not be lost, in memory and in the journal.

const crypto = require('crypto');
const {Journal} = require('./journal');

/** A change that is not made; `status` is that of the answer. */
class Refused extends Error {
  constructor(status, detail, headers = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

class State {
  constructor(file) {
    this.channels = new Map(); // name: url
    this.recipients = new Map(); // id: {id, channels, unsubscribed: Set}
    this.notifications = new Map();
    this.keys = new Map();
    this.messages = []; // by number
    this.ofRecipient = new Map(); // the oldest first
    this.pending = 0;
    this.place = 0; // of the last message that was put into its lane
    this.journal = new Journal(file, (entry) => this.apply(entry), () => this.snapshot());
  }

  /** Makes a change, and resolves when it is on the disk. Everything before the wait happens in one turn. */
  async commit(entry) {
    this.apply(entry);
    this.journal.append(entry);
    await this.journal.synced();
  }

  apply(entry) {
    if (entry.channel) this.channels.set(entry.channel.name, entry.channel.url);
    for (const {id, channels, unsubscribed} of entry.recipients ?? []) {
      this.recipients.set(id, {id, channels, unsubscribed: new Set(unsubscribed)});
    }
    if (entry.notification) this.applyNotification(entry.notification);
    if (entry.message) {
      const {n, ...changes} = entry.message;
      const message = this.messages[n];
      if (message.status === 'pending') this.pending--;
      Object.assign(message, changes);
      if (message.status === 'pending') this.pending++;
      this.place = Math.max(this.place, message.place);
    }
  }

  applyNotification({id, topic, text, unknown, key, fingerprint, first, due, pairs}) {
    const notification = {id, topic, text, unknown, key, fingerprint, first, total: pairs.length};
    this.notifications.set(id, notification);
    if (key !== undefined) this.keys.set(key, notification);
    pairs.forEach(([recipient, channel], index) => {
      const n = first + index;
      this.place = Math.max(this.place + 1, n);
      this.messages[n] = {n, notification, recipient, channel, status: 'pending', attempts: 0, last: null, due, place: this.place};
      if (!this.ofRecipient.has(recipient)) this.ofRecipient.set(recipient, []);
      this.ofRecipient.get(recipient).push(n);
    });
    this.pending += pairs.length;
  }

  * snapshot() {
    for (const [name, url] of this.channels) yield {channel: {name, url}};
    for (const {id, channels, unsubscribed} of this.recipients.values()) {
      yield {recipients: [{id, channels, unsubscribed: [...unsubscribed]}]};
    }
    for (const {total, ...notification} of this.notifications.values()) {
      const own = this.messages.slice(notification.first, notification.first + total);
      const pairs = own.map(({recipient, channel}) => [recipient, channel]);
      yield {notification: {...notification, due: 0, pairs}};
      for (const {n, status, attempts, last, due, place} of own) yield {message: {n, status, attempts, last, due, place}};
    }
  }

  async putRecipients(recipients) {
    for (const one of recipients) {
      if (!one.channels.every((name) => this.channels.has(name))) {
        throw new Refused(422, 'a recipient wants a channel that does not exist');
      }
    }
    await this.commit({recipients});
  }

  async subscribe(id, topic, wanted) {
    const recipient = this.recipients.get(id);
    if (!recipient) return undefined;
    const unsubscribed = new Set(recipient.unsubscribed);
    if (wanted) unsubscribed.delete(topic);
    else unsubscribed.add(topic);
    await this.commit({recipients: [{...recipient, unsubscribed: [...unsubscribed]}]});
    return this.recipients.get(id);
  }

  /** Gives the notification, and its new messages; none where its key was there before. */
  async notify({topic, text, to, key}, maxBacklog) {
    const fingerprint = key === undefined ? undefined
      : crypto.createHash('sha256').update(JSON.stringify([topic, text, to])).digest('base64');
    if (key !== undefined && this.keys.has(key)) {
      const old = this.keys.get(key);
      if (old.fingerprint !== fingerprint) throw new Refused(409, 'the key was used for another notification');
      await this.journal.synced();
      return {notification: old, made: null};
    }
    const pairs = [];
    let unknown = 0;
    for (const id of new Set(to)) {
      const recipient = this.recipients.get(id);
      if (!recipient) unknown++;
      else if (!recipient.unsubscribed.has(topic)) for (const channel of recipient.channels) pairs.push([id, channel]);
    }
    if (this.pending + pairs.length > maxBacklog) {
      throw new Refused(503, 'too many messages are pending', {'Retry-After': '1'});
    }
    const id = `n_${crypto.randomBytes(12).toString('hex')}`;
    const first = this.messages.length;
    await this.commit({notification: {id, topic, text, unknown, key, fingerprint, first, due: Date.now(), pairs}});
    return {notification: this.notifications.get(id), made: this.messages.slice(first, first + pairs.length)};
  }

  async retry(n) {
    const message = this.messages[n];
    if (message.status !== 'dead') throw new Refused(409, 'the message is not dead');
    await this.commit({message: {n, status: 'pending', attempts: 0, last: null, due: Date.now(), place: this.place + 1}});
    return message;
  }

  counts({first, total}) {
    const counts = {pending: 0, sent: 0, dead: 0, skipped: 0};
    for (let n = first; n < first + total; n++) counts[this.messages[n].status]++;
    return counts;
  }

  unwanted(message) {
    return this.recipients.get(message.recipient).unsubscribed.has(message.notification.topic);
  }
}

module.exports = {State, Refused};
