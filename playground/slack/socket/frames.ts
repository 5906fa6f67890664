import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** As much of WebSocket as Slack's side of Socket Mode needs (RFC 6455): text, ping, pong and close, none of them in pieces. */
export interface Connection {
  send(text: string): void;
  close(): void;
  /** Ends it as a network does that fails. */
  tear(): void;
}

const [text, close, ping, pong] = [0x1, 0x8, 0x9, 0xa];
const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Takes an upgrade and speaks from then on; `ended` is called once, however it ends. */
export function accept(
  request: IncomingMessage,
  socket: Duplex,
  heard: (text: string) => void,
  ended: () => void,
): Connection {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${guid}`).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  const write = (opcode: number, payload: Buffer) => {
    if (socket.writable) socket.write(framed(opcode, payload));
  };
  let kept = Buffer.alloc(0);
  socket.on('data', (part: Buffer) => {
    kept = Buffer.concat([kept, part]);
    for (let frame = firstIn(kept); frame; frame = firstIn(kept)) {
      kept = kept.subarray(frame.length);
      if (frame.opcode === text) heard(frame.payload.toString('utf8'));
      if (frame.opcode === ping) write(pong, frame.payload);
      if (frame.opcode === close) {
        write(close, frame.payload);
        socket.end();
      }
    }
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', ended);
  return {
    send: (words) => write(text, Buffer.from(words)),
    close: () => write(close, Buffer.from([0x03, 0xe8])),
    tear: () => socket.destroy(),
  };
}

function framed(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head =
    size < 126
      ? Buffer.from([0x80 | opcode, size])
      : size < 65_536
        ? Buffer.from([0x80 | opcode, 126, size >> 8, size & 0xff])
        : Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0, ...uint32(size)]);
  return Buffer.concat([head, payload]);
}

const uint32 = (size: number): number[] => [
  size >>> 24,
  (size >> 16) & 0xff,
  (size >> 8) & 0xff,
  size & 0xff,
];

/** The first whole frame; what a client sends is masked. */
function firstIn(all: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (all.length < 2) return undefined;
  const short = (all[1] as number) & 0x7f;
  const at = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (all.length < at + 4) return undefined;
  const size = short < 126 ? short : short === 126 ? all.readUInt16BE(2) : Number(all.readBigUInt64BE(2));
  const length = at + 4 + size;
  if (all.length < length) return undefined;
  const mask = all.subarray(at, at + 4);
  const payload = Buffer.from(all.subarray(at + 4, length));
  for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] as number);
  return { opcode: (all[0] as number) & 0x0f, payload, length };
}
