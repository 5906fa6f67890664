import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import pino from 'pino';
import type { Delivery } from '../../../playground/slack/ledger';
import { Sockets } from '../../../playground/slack/socket/sockets';
import type { Listener } from '../../../src/bot/slack/bolt';
import { makeSocket } from '../../../src/bot/slack/socket';
import { until } from './fake-slack';

/** Slack as it lets a connection wait: for its address, for its upgrade. */
let server: Server;
let sockets: Sockets;
let beforeAddress: Promise<void>;
let beforeUpgrade: Promise<void>;
let upgrades: Array<{ request: IncomingMessage; duplex: Duplex }>;
beforeEach(async () => {
  sockets = new Sockets('xapp-1-test');
  upgrades = [];
  beforeAddress = beforeUpgrade = Promise.resolve();
  server = createServer(async (_request, response) => {
    const url = sockets.ticket(base());
    await beforeAddress;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url }));
  });
  server.on('upgrade', async (request, duplex) => {
    upgrades.push({ request, duplex });
    duplex.on('end', () => duplex.end()).on('error', () => duplex.destroy());
    duplex.resume();
    await beforeUpgrade;
    if (duplex.writable) sockets.upgrade(request, duplex);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const { duplex } of upgrades) duplex.destroy();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const silent = pino({ level: 'silent' });
const socketTo = (listener: Listener = async () => {}) =>
  makeSocket({ appToken: 'xapp-1-test', apiUrl: `${base()}/api/` }, listener, silent);
const envelope = (id: number): Delivery =>
  ({ id, kind: 'event_callback', headers: {}, body: { said: id } }) as unknown as Delivery;

function gate() {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
}

test('stopped while its address is asked for, it opens no connection', async () => {
  const waits = gate();
  beforeAddress = waits.closed;
  const socket = socketTo();
  const starting = socket.start();
  await until(() => sockets.asked === 1);
  const stopping = socket.stop();
  waits.open();
  await Promise.all([starting, stopping]);
  expect(upgrades).toHaveLength(0);
});

test('stopped before hello, the connection under way is closed before stop resolves', async () => {
  const waits = gate();
  beforeUpgrade = waits.closed;
  const socket = socketTo();
  const starting = socket.start();
  await until(() => upgrades.length === 1);
  const gone = once(upgrades[0]?.duplex as Duplex, 'close');
  await Promise.all([socket.stop(), starting, gone]);
  waits.open();
  expect(sockets.connections).toBe(0);
  // Well before it would be given up anyway.
}, 5_000);

test('what comes after stop is neither acted on nor acknowledged, what came before is answered', async () => {
  const heard: unknown[] = [];
  const working = gate();
  const socket = socketTo(async (body, ack) => {
    heard.push(body);
    await working.closed;
    await ack();
  });
  await socket.start();
  const first = sockets.deliver(envelope(1), 5_000);
  await until(() => heard.length === 1);
  const stopping = socket.stop();
  expect(await sockets.deliver(envelope(2), 300)).toEqual({ kind: 'timeout' });
  working.open();
  expect(await first).toMatchObject({ kind: 'answered' });
  await stopping;
  expect(heard).toEqual([{ said: 1 }]);
  await until(() => sockets.connections === 0);
});
