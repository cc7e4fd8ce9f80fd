import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { ListenOptions } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { privateFile } from './private-folder.ts';

/** Where a server listens, and how clients name it. */
export interface Endpoint {
  readonly listen: ListenOptions;
  /** What every connection must name first, where others can reach the place. */
  readonly secret?: string;
  /** The path of a socket that did not fit into the data folder. */
  readonly elsewhere?: string;
  /** The connection string, once the server listens. */
  uri(port: number): string;
  /** Called when the server listens. */
  opened(): void;
  /** Called when it no longer does. */
  closed(): void;
}

/** Systems take 104 or 108 bytes for the path of a socket, its end among them. */
const longestPath = 100;

const address = (host: string, more = '') => `mongodb://${host}/coach-booking?directConnection=true${more}`;

const socketFile = 'store.sock';

/**
 * How the owner of a data folder reaches the server that runs on it in another process; null when it listens elsewhere, or nobody does.
 */
export function runningOn(dataDir: string): string | null {
  const path = join(resolve(dataDir), socketFile);
  return existsSync(path) ? address(encodeURIComponent(path)) : null;
}

/** A socket in the data folder, which only its owner enters; on Windows, whose drivers have no such sockets, loopback and a secret. */
export function endpointIn(folder: string, over: 'socket' | 'loopback'): Endpoint {
  return over === 'socket' ? socketIn(folder) : loopback();
}

/**
 * What a killed process left behind is removed: the folder's lock says that nobody listens there. A path that is too long for a socket is
 * replaced by one in a new folder of the system's temporary folder (R47).
 */
function socketIn(folder: string): Endpoint {
  const fits = Buffer.byteLength(join(folder, socketFile)) <= longestPath;
  const own = fits ? folder : mkdtempSync(join(temporary(), 'embedded-mongodb-'));
  const path = join(own, socketFile);
  rmSync(path, { force: true });
  return {
    listen: { path },
    ...(fits ? {} : { elsewhere: path }),
    uri: () => address(encodeURIComponent(path)),
    opened: () => chmodSync(path, privateFile),
    closed: () => rmSync(fits ? path : own, { recursive: true, force: true }),
  };
}

function temporary(): string {
  return Buffer.byteLength(tmpdir()) <= longestPath / 2 ? tmpdir() : '/tmp';
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
