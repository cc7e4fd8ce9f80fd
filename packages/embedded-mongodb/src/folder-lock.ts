import { constants, closeSync, openSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PRIVATE_FILE, privateFolder } from './private-folder.ts';

/** Releases a data folder. */
export type Release = () => Promise<void>;

/** Another process uses a data folder. */
export class FolderInUseError extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`The data folder ${folder} is in use by another process. Stop that one, or choose another folder.`);
    this.name = 'FolderInUseError';
    this.folder = folder;
  }
}

/**
 * Locks a data folder for this process alone. The lock is the kernel's, so it ends with the process however that ends
 * and can never be stale: an abstract socket or pipe named after the folder's inode, on macOS an exclusively locked
 * file.
 * @throws FolderInUseError
 */
export async function lockFolder(folder: string): Promise<Release> {
  privateFolder(folder);
  return process.platform === 'darwin' ? lockFile(folder) : lockName(folder);
}

function lockName(folder: string): Promise<Release> {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `embedded-mongodb-${dev}-${ino}`;
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new FolderInUseError(folder) : error);
    });
    server.listen(process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`, () => {
      resolve(() => new Promise((released) => server.close(() => released())));
    });
  });
}

/** BSD's flag for a file that is locked while it is open; Node has no name for it. */
const EXCLUSIVE_LOCK = 0x20;

async function lockFile(folder: string): Promise<Release> {
  const { O_RDWR, O_CREAT, O_NONBLOCK } = constants;
  try {
    const file = openSync(join(folder, 'lock'), O_RDWR | O_CREAT | O_NONBLOCK | EXCLUSIVE_LOCK, PRIVATE_FILE);
    return async () => closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') throw new FolderInUseError(folder);
    throw error;
  }
}
