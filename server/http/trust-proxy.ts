import { isOwnNetwork } from './rate-store';

/**
 * Of a number of proxies, the nearest one is believed only at an address of a private network: whoever reaches this
 * server from elsewhere comes through no proxy of ours, whatever their `X-Forwarded-For` says.
 */
export function presentTrust(
  trust: string | number | boolean,
): string | boolean | ((address: string, hop: number) => boolean) {
  if (typeof trust !== 'number') return trust;
  return (address, hop) => hop < trust && (hop > 0 || isOwnNetwork(address));
}
