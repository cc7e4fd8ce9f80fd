import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { scratchFolder } from './server-process.ts';

const bin = join(import.meta.dirname, '../../packages/embedded-mongodb/dist/bin.js');

/** A database that several server processes share. */
export interface SharedStore {
  readonly uri: string;
  /** Ends it, or only empties it when it was given by TEST_MONGODB_URI. */
  stop(): Promise<void>;
}

/**
 * Returns a store in a process of its own: the embedded one, or a fresh database on the MongoDB that TEST_MONGODB_URI
 * names.
 */
export async function startSharedStore(): Promise<SharedStore> {
  const given = process.env.TEST_MONGODB_URI;
  if (given) {
    const uri = new URL(given);
    uri.pathname = `/t${process.pid}_${Date.now().toString(36)}`;
    return {
      uri: uri.href,
      async stop() {
        const connection = await mongoose.createConnection(uri.href).asPromise();
        await connection.dropDatabase();
        await connection.close();
      },
    };
  }
  const data = await scratchFolder();
  const child = spawn(process.execPath, [bin, '--data', data.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const uri = await Promise.race([
    (async () => {
      for await (const line of lines) {
        const found = /mongodb:\/\/\S+/.exec(line);
        if (found) return found[0];
      }
      return null;
    })(),
    gone.then(() => null),
  ]);
  if (!uri) throw new Error('The embedded store ended before it served.');
  return {
    uri,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await data.remove();
    },
  };
}
