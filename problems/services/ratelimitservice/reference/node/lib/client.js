// Who asks: the holder of a key, or an address. A prefix tells them apart, so that nobody's key can be
// somebody's address.
import { isIPv4 } from 'node:net';

const KEY = /^[\x21-\x7e]{1,128}$/;

/** The name of the client that has a key, or null where it cannot be one. */
export function clientOfKey(key) {
  return typeof key === 'string' && KEY.test(key) ? `key:${key}` : null;
}

/** The name of the client that sent a request, or null where its key cannot be one. */
export function clientOf(request, isTrusted) {
  const key = request.headers['x-api-key'];
  if (key) return clientOfKey(key);
  return `address:${addressOf(request.socket.remoteAddress, request.headers['x-forwarded-for'], isTrusted)}`;
}

/**
 * Walks from the peer through X-Forwarded-For, from its end, as long as those who wrote it are trusted:
 * what stands left of an address that is not may be anything.
 */
export function addressOf(peer, forwardedFor = '', isTrusted = () => false) {
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  let address = peer;
  while (hops.length && isTrusted(address)) {
    const next = hops.pop();
    if (!isIPv4(next)) break;
    address = next;
  }
  return address;
}
