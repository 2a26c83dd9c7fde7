'use strict';
// Sends the messages: in order within a lane, which is a recipient on a channel, and side by side otherwise.

const http = require('http');
const https = require('https');

const FIRST_DELAY = 2000;
const LONGEST_TIMER = 2 ** 31 - 1;

class Dispatcher {
  constructor(state, {scale, maxAttempts, timeout, concurrency}) {
    Object.assign(this, {state, scale, maxAttempts, timeout, concurrency});
    this.lanes = new Map(); // channel/recipient
    this.channels = new Map(); // name: {ready: lanes whose first message is due, running}
    this.agents = {'http:': new http.Agent({keepAlive: true}), 'https:': new https.Agent({keepAlive: true})};
  }

  add(message) {
    const name = `${message.channel}/${message.recipient}`;
    let lane = this.lanes.get(name);
    if (!lane) this.lanes.set(name, lane = {name, channel: message.channel, queue: []});
    lane.queue.push(message);
    if (lane.queue.length === 1) this.turn(lane);
  }

  /** Puts a lane among the ready ones of its channel, at once or when its first message is due. */
  turn(lane) {
    const wait = lane.queue[0].due - Date.now();
    if (wait > 0) {
      setTimeout(() => this.turn(lane), Math.min(Math.ceil(wait), LONGEST_TIMER));
      return;
    }
    if (!this.channels.has(lane.channel)) this.channels.set(lane.channel, {ready: new Set(), running: 0});
    const channel = this.channels.get(lane.channel);
    channel.ready.add(lane);
    this.fill(channel);
  }

  fill(channel) {
    for (const lane of channel.ready) {
      if (channel.running >= this.concurrency) return;
      channel.ready.delete(lane);
      channel.running++;
      this.work(lane, channel);
    }
  }

  async work(lane, channel) {
    const message = lane.queue[0];
    await this.attempt(message);
    channel.running--;
    if (message.status !== 'pending') lane.queue.shift();
    if (lane.queue.length > 0) this.turn(lane);
    else this.lanes.delete(lane.name);
    this.fill(channel);
  }

  async attempt(message) {
    const {n} = message;
    if (this.state.unwanted(message)) {
      await this.state.commit({message: {n, status: 'skipped'}});
      return;
    }
    let status = null;
    try {
      status = await this.post(this.state.channels.get(message.channel), message);
    } catch (error) {
      console.error(`message m_${n}: ${error.message}`);
    }
    const outcome = {n, attempts: message.attempts + 1, last: status};
    if (status >= 200 && status <= 299) outcome.status = 'sent';
    else if (outcome.attempts >= this.maxAttempts) outcome.status = 'dead';
    else outcome.due = Date.now() + this.delay(outcome.attempts);
    await this.state.commit({message: outcome});
  }

  delay(failed) {
    return FIRST_DELAY * 2 ** (failed - 1) * this.scale * (1 + Math.random() / 2);
  }

  /** Resolves with the status of the answer. Redirects are answers like others. */
  post(url, {n, notification, recipient, channel}) {
    const {id, topic, text} = notification;
    const body = Buffer.from(JSON.stringify({id: `m_${n}`, notification_id: id, recipient, channel, topic, text}));
    const target = new URL(url);
    const options = {
      method: 'POST',
      agent: this.agents[target.protocol],
      headers: {'Content-Type': 'application/json', 'Content-Length': body.length, 'Idempotency-Key': `m_${n}`},
    };
    const send = () => new Promise((resolve, reject) => {
      const request = (target.protocol === 'https:' ? https : http).request(target, options);
      const timer = setTimeout(() => request.destroy(new Error('no answer in time')), this.timeout);
      request.on('response', (answer) => {
        clearTimeout(timer);
        const late = setTimeout(() => request.destroy(), this.timeout); // for a body that never ends
        answer.on('close', () => clearTimeout(late)).on('error', () => {}).resume();
        resolve(answer.statusCode);
      });
      request.on('error', (error) => {
        clearTimeout(timer);
        // the other side had closed a kept connection meanwhile; the message's key makes a repeat harmless
        if (request.reusedSocket && error.code === 'ECONNRESET') send().then(resolve, reject);
        else reject(error);
      });
      request.end(body);
    });
    return send();
  }

  resume() {
    const pending = this.state.messages.filter((message) => message.status === 'pending');
    pending.sort((one, other) => one.place - other.place).forEach((message) => this.add(message));
  }
}

module.exports = {Dispatcher};
