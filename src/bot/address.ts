import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where proxies of our own stand: this machine and private networks. */
const near = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(net, bits);
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

/**
 * An address alone: without the port that some proxies write beside it and the brackets for that, without the zone of one that is good on one
 * link only; an IPv4 address that an IPv6 socket shows is one.
 */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=\d+\.)/i, '');

const isNear = (address: string): boolean =>
  isIP(address) !== 0 && near.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whoever has one address of IPv6 has all of its network. */
const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  return [...groups, ...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest]
    .slice(0, 4)
    .join(':');
};

/**
 * From where somebody asks, so that each can be counted apart: their address, of IPv6 the network. Where a proxy near us asks, the last address it names, which
 * is what it has seen itself; whatever stands before it anybody may have written.
 */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const direct = plain(socket.remoteAddress ?? '');
  const last = plain([headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1) ?? '');
  return networkOf(isNear(direct) && isIP(last) !== 0 ? last : direct);
}
