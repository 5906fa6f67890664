import { Agent, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { makeServer, type Routes, readBody, refuse, sendJson } from '../../src/bot/http';

const limit = 256 * 1024;
let server: Server;
let port: number;
const errors: unknown[] = [];

const routes: Routes = {
  'POST /read': async (incoming, response) => {
    const body = await readBody(incoming, limit);
    sendJson(response, 200, { size: body.length });
  },
  'POST /unread': (incoming, response) => refuse(incoming, response, 401),
};
async function listening(one: Server): Promise<number> {
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
  return (one.address() as AddressInfo).port;
}

/** A connection that is written to as it stands; what came back over it, and when it was closed. */
function bareConnection() {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  let text = '';
  socket.on('data', (part) => {
    text += part;
  });
  return { socket, heard: () => text, closed: new Promise((resolve) => socket.once('close', resolve)) };
}

beforeAll(async () => {
  server = makeServer(routes, (error) => errors.push(error));
  port = await listening(server);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

/** Writes a body whole, as a client does that reads no answer before; rejects where the connection breaks. */
const post = (path: string, size: number, announced: boolean, agent?: Agent, to = port) =>
  new Promise<{ status: number | undefined; text: string; from: number | undefined }>((resolve, reject) => {
    let from: number | undefined;
    let answer: IncomingMessage | undefined;
    const text: Buffer[] = [];
    let parts = 2;
    const done = () => {
      parts -= 1;
      if (parts === 0) resolve({ status: answer?.statusCode, text: Buffer.concat(text).toString(), from });
    };
    const headers = announced ? { 'content-length': String(size) } : {};
    const call = request({ port: to, path, method: 'POST', headers, ...(agent && { agent }) }, (response) => {
      answer = response;
      from = response.socket.localPort;
      response.on('data', (part: Buffer) => text.push(part));
      response.once('end', done);
    });
    call.once('error', reject);
    const piece = Buffer.alloc(64 * 1024, 'x');
    let left = size;
    const write = () => {
      while (left > 0) {
        const next = piece.subarray(0, left);
        left -= next.length;
        if (!call.write(next)) return void call.once('drain', write);
      }
      call.end(done);
    };
    write();
  });

describe.each([
  ['announced', true],
  ['not announced', false],
])('a body whose length is %s', (_, announced) => {
  test('is read up to the limit', async () => {
    expect(await post('/read', limit, announced)).toMatchObject({ status: 200, text: `{"size":${limit}}` });
  });

  test.each([
    ['of one byte too many', '/read', limit + 1, 413],
    ['of 3 MB', '/read', 3 * 2 ** 20, 413],
    ['of 3 MB that nobody looks at', '/unread', 3 * 2 ** 20, 401],
    ['of 3 MB for nobody', '/nowhere', 3 * 2 ** 20, 404],
  ])(
    '%s can be written to its end, its sender learns that it was refused, and may go on',
    async (_what, path, size, status) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const refused = await post(path, size, announced, agent);
      expect(refused).toMatchObject({ status, text: '' });
      expect(await post('/read', 3, announced, agent)).toEqual({
        status: 200,
        text: '{"size":3}',
        from: refused.from,
      });
      agent.destroy();
    },
  );
});

test('what has no end is read no longer than is worth it', async () => {
  const { socket, heard, closed } = bareConnection();
  socket.write('POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000000\r\n\r\n');
  const piece = Buffer.alloc(64 * 1024, 'x');
  let written = 0;
  const write = () => {
    while (!socket.destroyed) {
      written += piece.length;
      if (!socket.write(piece)) return void socket.once('drain', write);
    }
  };
  write();
  await closed;
  expect(heard()).toMatch(/^HTTP\/1\.1 413 /);
  // Besides what was let go, what the connection itself holds.
  expect(written).toBeLessThan(20 * 2 ** 20);
});

test.each([
  ['a head', 'POST /read HTTP/1.1\r\nhost: x\r\n'],
  ['a body', 'POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf'],
  ['a body in pieces', 'POST /read HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  ['a body that was refused', 'POST /unread HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf'],
])(
  '%s that does not come to its end holds its connection for ten seconds, and nobody else',
  async (_, sent) => {
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 10_000]);
    const hasty = makeServer(routes, (error) => errors.push(error));
    Object.assign(hasty, { headersTimeout: 100, requestTimeout: 100 });
    const to = await listening(hasty);
    const socket = connect(to, '127.0.0.1');
    try {
      socket.resume();
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.write(sent);
      expect(await post('/read', 3, true, undefined, to)).toMatchObject({ status: 200 });
      await closed;
      expect(errors).toEqual([]);
    } finally {
      socket.destroy();
      hasty.close();
    }
  },
);

test.each([
  ['two lengths', 'content-length: 4\r\ncontent-length: 5\r\n\r\nabcde'],
  ['a length and pieces', 'content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
  ['pieces of another kind', 'transfer-encoding: gzip, chunked, identity\r\n\r\n4\r\nhalf\r\n0\r\n\r\n'],
  ['a length that is none', 'content-length: -4\r\n\r\nhalf'],
  ['a piece without a length', 'transfer-encoding: chunked\r\n\r\nhalf\r\n'],
  ['a head of a megabyte', `x: ${'x'.repeat(2 ** 20)}\r\n\r\n`],
])('%s: the request is refused, and what stands behind it is none', async (_, sent) => {
  const { socket, heard, closed } = bareConnection();
  socket.write(`POST /read HTTP/1.1\r\nhost: x\r\n${sent}GET /nowhere HTTP/1.1\r\nhost: x\r\n\r\n`);
  await closed;
  expect(heard()).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(heard().match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(errors).toEqual([]);
});

test('what breaks off is nobody’s error', async () => {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.end('POST /read HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
  socket.resume();
  await closed;
  expect(await post('/read', 3, true)).toMatchObject({ status: 200 });
  expect(errors).toEqual([]);
});
