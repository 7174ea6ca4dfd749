/** What the limits count by: callers, in memory, by a clock that nobody sets. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

const MOST_CALLERS = 100_000;

interface Window {
  count: number;
  readonly endsAt: number;
}

interface Counted {
  readonly current: number;
  /** Milliseconds until it is counted from the beginning again. */
  readonly ttl: number;
}

/** A store of `@fastify/rate-limit`, whose own goes wrong for minutes when the clock is set back. */
export class RateStore {
  // By size, for which no room is taken in advance: there is a store for each limit.
  private readonly windows = new LRUCache<string, Window>({ maxSize: MOST_CALLERS, sizeCalculation: () => 1 });

  incr(key: string, callback: (error: Error | null, counted?: Counted) => void, windowMs: number): void {
    const now = performance.now();
    let window = this.windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { count: 0, endsAt: now + windowMs };
      this.windows.set(key, window);
    }
    window.count += 1;
    callback(null, { current: window.count, ttl: Math.ceil(window.endsAt - now) });
  }

  /** Each limit counts for itself. */
  child(): RateStore {
    return new RateStore();
  }
}

const NETWORK_GROUPS = 4;

/** Groups of an IPv6 address, `::` written out; what ends in an IPv4 address is left to the caller. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0'), ...after];
}

/** Whose address it is: an IPv4 address, or the /64 that a home or a phone is given of IPv6. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [plain = ''] = address.split('%');
  return groupsOf(plain)
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const OWN = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  OWN.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  OWN.addSubnet(net, bits, 'ipv6');

/** Whether it is an address of a machine's own or of a private network, as a proxy before this server has. */
export function isOwnNetwork(address: string): boolean {
  const plain = networkOf(address);
  if (isIPv4(plain)) return OWN.check(plain, 'ipv4');
  return isIPv6(address) && OWN.check(address, 'ipv6');
}
