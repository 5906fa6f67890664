import type { IncomingMessage } from 'node:http';
import { addressOf } from '../../src/bot/address';

const from = (remoteAddress: string | undefined, forwarded?: string | string[]): string =>
  addressOf({
    socket: { remoteAddress },
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
  } as unknown as IncomingMessage);

test.each<[how: string, is: string, direct: string | undefined, forwarded: string | string[] | undefined]>([
  ['who asks directly', '203.0.113.7', '203.0.113.7', undefined],
  ['an IPv6 socket shows IPv4', '203.0.113.7', '::ffff:203.0.113.7', undefined],
  ['a header of somebody who asks directly counts for nothing', '203.0.113.7', '203.0.113.7', '198.51.100.1'],
  ['a proxy on this machine', '198.51.100.1', '127.0.0.1', '198.51.100.1'],
  ['a proxy in a private network, over IPv6', '198.51.100.1', '::ffff:10.1.2.3', ' 198.51.100.1 '],
  ['what stands before the last address is anybody’s', '198.51.100.1', '::1', '192.0.2.9, 198.51.100.1'],
  ['several headers', '198.51.100.1', '172.31.0.1', ['192.0.2.9', '192.0.2.8, 198.51.100.1']],
  ['no address behind a proxy', '192.168.0.1', '192.168.0.1', 'unknown'],
  ['a proxy that names nobody', '10.0.0.1', '10.0.0.1', undefined],
  ['of IPv6 the network', '2001:db8:0:1', '2001:db8:0:1:2:3:4:5', undefined],
  ['however it is written', '2001:db8:0:1', '2001:0DB8::1:0:0:0:9', undefined],
  ['a short one', '2001:db8:0:0', '2001:db8::9', undefined],
  ['a gap at the end', '2001:db8:7:0', '127.0.0.1', '2001:db8:7::'],
  ['a connection that is gone', '', undefined, undefined],
  ['somebody on the same link', 'fe80:0:0:0', 'fe80::1%eth0', undefined],
  ['a proxy that names somebody on its link', 'fe80:0:0:0', '127.0.0.1', 'fe80::2%eth1'],
  ['a proxy that writes the port beside it', '198.51.100.1', '10.1.2.3', '192.0.2.9:443, 198.51.100.1:50123'],
  ['the same with IPv6', '2001:db8:0:1', '10.1.2.3', '[2001:db8:0:1::5]:50123'],
])('%s: %s', (_, is, direct, forwarded) => {
  expect(from(direct, forwarded)).toBe(is);
});
