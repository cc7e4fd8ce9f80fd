import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../../packages/server/dist/main.js');

/** A server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  /** Origin of the API and the hosted pages. */
  readonly url: string;
  /** Origin of the demo partner's site; null without demo data. */
  readonly demoUrl: string | null;
  readonly port: number;
  readonly child: ChildProcess;
  /** Returns all that it has printed so far. */
  printed(): string;
  /** Stops it like Ctrl-C and waits until it has exited; returns the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut of the process does. */
  kill(): Promise<void>;
  /** Resolves when the process has ended, in any way. */
  readonly gone: Promise<unknown>;
}

/**
 * Starts the built server with only these variables on top of a bare environment, and waits until it serves.
 * Throws with what it printed when it ends before that.
 */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const { PATH, HOME, TMPDIR } = process.env;
  const bare = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value)) as Record<
    string,
    string
  >;
  const child = fork(entry, {
    env: { ...bare, PORT: '0', LOG_LEVEL: 'fatal', ...env },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stdout!.on('data', (text) => (printed += text));
  child.stderr!.on('data', (text) => (printed += text));
  const gone = once(child, 'exit');
  const ready = once(child, 'message') as Promise<[{ url: string; demoUrl: string | null }]>;
  const first = await Promise.race([ready.then(([message]) => message), gone.then(() => null)]);
  if (!first) throw new Error(`The server ended before it served:\n${printed}`);
  return {
    ...first,
    port: Number(new URL(first.url).port),
    child,
    printed: () => printed,
    gone,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Makes an empty folder that `remove` deletes; for the data of an embedded store. */
export async function scratchFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'coach-booking-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}
