import { createServer } from 'node:net';
import { join } from 'node:path';

/** The superuser of the embedded server, and the name of the database the bot lives in. */
export const OWNER = 'benefits';

/**
 * Where the server listens. A socket in the data directory, which nobody but its owner may enter; or a port on
 * loopback, where sockets cannot be had. Both ask for the password.
 */
export type Address =
  | { readonly kind: 'socket'; readonly directory: string }
  | { readonly kind: 'loopback'; readonly port: number };

/** In a folder of its own the port is only part of the socket's name. */
export const SOCKET_PORT = 5432;

/** The kernel's limit is 104 bytes on macOS, 108 on Linux, and Node cuts longer names short in silence. */
const LONGEST_SOCKET = 100;

/** Picks where a server for this data directory shall listen. */
export async function chooseAddress(directory: string): Promise<Address> {
  const socket = join(directory, `.s.PGSQL.${SOCKET_PORT}`);
  if (process.platform !== 'win32' && Buffer.byteLength(socket) <= LONGEST_SOCKET)
    return { kind: 'socket', directory };
  return { kind: 'loopback', port: await freePort() };
}

/** A port nobody listens on now. Should somebody take it meanwhile, the start fails and is tried again. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** The server's own settings for an address. The socket's folder is given as ".", so that any path will do. */
export const listenSettings = (address: Address): Record<string, string> =>
  address.kind === 'socket'
    ? {
        port: String(SOCKET_PORT),
        listen_addresses: '',
        unix_socket_directories: '.',
        unix_socket_permissions: '0700',
      }
    : { port: String(address.port), listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/** What a client needs to connect. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** How pg reaches a database of the server at an address. */
export const connectionTo = (address: Address, password: string, database: string): Connection => ({
  host: address.kind === 'socket' ? address.directory : '127.0.0.1',
  port: address.kind === 'socket' ? SOCKET_PORT : address.port,
  user: OWNER,
  password,
  database,
});

/**
 * The connection as a URL that pg, knex and libpq all read: a socket's folder stands in the `host` parameter
 * (https://www.postgresql.org/docs/17/libpq-connect.html#LIBPQ-CONNSTRING-URIS, read November 2026).
 */
export function urlOf({ host, port, user, password, database }: Connection): string {
  const name = encodeURIComponent(database);
  if (!host.startsWith('/'))
    return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${name}?sslmode=disable`;
  const parameters = Object.entries({ host, port: String(port), user, password, sslmode: 'disable' });
  return `postgres:///${name}?${parameters.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
}
