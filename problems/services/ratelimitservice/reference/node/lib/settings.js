// Reads what the environment says. A mistake in it ends the start: a limiter that limits something else
// than was meant is worse than none.
import { BlockList, isIPv4 } from 'node:net';

const POLICY = /^([a-z][a-z0-9-]{0,31})=([1-9][0-9]{0,5})\/([1-9][0-9]{0,4})$/;

/** Reads NAME=QUOTA/SECONDS, several with commas; gives a list of {name, quota, window}. */
export function parsePolicies(text) {
  const policies = text.split(',').map((part) => {
    const form = POLICY.exec(part.trim());
    if (!form) throw new Error(`POLICIES: "${part}" is not NAME=QUOTA/SECONDS`);
    return { name: form[1], quota: Number(form[2]), window: Number(form[3]) };
  });
  if (new Set(policies.map((policy) => policy.name)).size < policies.length) {
    throw new Error('POLICIES: a name is there twice');
  }
  return policies;
}

/** Reads IPv4 addresses and CIDR blocks, separated by commas; gives a function that knows them. */
export function parseProxies(text) {
  const list = new BlockList();
  for (const part of text.split(',').map((word) => word.trim()).filter(Boolean)) {
    const [address, bits = '32'] = part.split('/');
    if (!isIPv4(address) || !/^(3[0-2]|[12]?[0-9])$/.test(bits)) {
      throw new Error(`TRUSTED_PROXIES: "${part}" is no IPv4 address or block`);
    }
    list.addSubnet(address, Number(bits), 'ipv4');
  }
  return (address) => isIPv4(address) && list.check(address, 'ipv4');
}
