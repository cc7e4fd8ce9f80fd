import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type ListenOptions } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PRIVATE_FILE } from './private-folder.ts';

/** The address on which a server listens, and its name for clients. */
export interface Endpoint {
  readonly listen: ListenOptions;
  /** The secret that every connection must send first, where other users can reach the server. */
  readonly secret?: string;
  /** The path of a socket that did not fit into the data folder. */
  readonly elsewhere?: string;
  /** Returns the connection string, once the server listens. */
  uri(port: number): string;
  /**
   * Called when the server listens, with its connection string, which is left in the data folder for the folder's
   * owner.
   */
  opened(uri: string): void;
  /** Called when it no longer does. */
  closed(): void;
}

/** Systems allow 104 or 108 bytes for the path of a socket, with its end. */
const MAX_PATH_BYTES = 100;

const address = (host: string, more = '') => `mongodb://${host}/coach-booking?directConnection=true${more}`;

const socketFile = 'store.sock';

/**
 * Holds the connection string of the server that runs on a folder. As secret as the folder: where there are no sockets
 * it has the secret.
 */
const uriFile = 'store.uri';

/**
 * Returns how the owner of a data folder reaches the server that runs on it in another process, wherever that listens
 * (R47); null without a server, also where a killed process left its connection string behind.
 */
export async function runningOn(dataDir: string): Promise<string | null> {
  const uri = written(resolve(dataDir));
  return uri !== null && (await answers(uri)) ? uri : null;
}

function written(folder: string): string | null {
  try {
    return readFileSync(join(folder, uriFile), 'utf8');
  } catch {
    return null;
  }
}

function answers(uri: string): Promise<boolean> {
  const { hostname, port } = new URL(uri);
  const socket = connect(port === '' ? { path: decodeURIComponent(hostname) } : { host: hostname, port: Number(port) });
  return new Promise((found) => {
    socket.once('connect', () => found(true)).once('error', () => found(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

/**
 * Returns a socket in the data folder, which only its owner enters; on Windows, whose drivers have no such sockets,
 * loopback and a secret.
 */
export function endpointIn(folder: string, over: 'socket' | 'loopback'): Endpoint {
  const file = join(folder, uriFile);
  // The file of a killed process is no longer valid.
  rmSync(file, { force: true });
  const endpoint = over === 'socket' ? socketIn(folder) : loopback();
  return {
    ...endpoint,
    opened(uri) {
      endpoint.opened(uri);
      try {
        // Renamed, so that no reader finds half of it.
        writeFileSync(`${file}.new`, uri, { mode: PRIVATE_FILE });
        renameSync(`${file}.new`, file);
      } catch {
        // A full disk must not keep a server from reading (S10); then other processes do not find it.
        rmSync(`${file}.new`, { force: true });
      }
    },
    closed() {
      rmSync(file, { force: true });
      endpoint.closed();
    },
  };
}

/**
 * Removes the socket of a killed process: the folder's lock shows that no server listens there. A path that is too long
 * for a socket is replaced by one in a new folder of the system's temporary folder (R47).
 */
function socketIn(folder: string): Endpoint {
  const fits = Buffer.byteLength(join(folder, socketFile)) <= MAX_PATH_BYTES;
  const own = fits ? folder : mkdtempSync(join(temporary(), 'embedded-mongodb-'));
  const path = join(own, socketFile);
  rmSync(path, { force: true });
  return {
    listen: { path },
    ...(fits ? {} : { elsewhere: path }),
    uri: () => address(encodeURIComponent(path)),
    opened: () => chmodSync(path, PRIVATE_FILE),
    closed: () => rmSync(fits ? path : own, { recursive: true, force: true }),
  };
}

function temporary(): string {
  return Buffer.byteLength(tmpdir()) <= MAX_PATH_BYTES / 2 ? tmpdir() : '/tmp';
}

function loopback(): Endpoint {
  const secret = randomBytes(32).toString('base64url');
  return {
    listen: { host: '127.0.0.1', port: 0 },
    secret,
    uri: (port) => address(`127.0.0.1:${port}`, `&appName=${secret}`),
    opened: () => undefined,
    closed: () => undefined,
  };
}
