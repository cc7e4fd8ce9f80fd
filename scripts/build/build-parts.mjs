import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { root } from '../run.mjs';

/** More lanes than this wait for each other's memory; there are not as many slow parts. */
const most = 4;

/**
 * Builds parts of `parts.mjs`, as many at a time as there are cores, and prints a line with the seconds of each.
 * Resolves to whether all succeeded; after the first failure none begins.
 */
export async function buildParts(wanted, print = console.log) {
  const width = Math.max(...wanted.map(({ name }) => name.length));
  const queue = [...wanted];
  let isWell = true;

  async function lane() {
    let worker;
    for (let part = queue.shift(); part && isWell; part = queue.shift()) {
      const since = performance.now();
      if (part.bundle) worker ??= new Worker(new URL('./lane.mjs', import.meta.url));
      const fault = await (part.bundle ? bundled(worker, part.bundle) : ran(part.program));
      if (fault === null) print(`  ${part.name.padEnd(width)}  ${seconds(since)}`);
      else print(`  ${part.name} could not be built:\n${fault}`);
      isWell &&= fault === null;
    }
    await worker?.terminate();
  }

  await Promise.all(Array.from({ length: Math.min(availableParallelism(), most, wanted.length) }, lane));
  return isWell;
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1).padStart(5)} s`;

/** Resolves to what is wrong with a bundle, or null. */
async function bundled(worker, name) {
  worker.postMessage(name);
  const [fault] = await Promise.race([once(worker, 'message'), once(worker, 'exit').then(() => ['Its thread ended.'])]);
  return fault;
}

/** Resolves to the output of a failed program, or null. */
async function ran([program, ...args]) {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text));
  const [status] = await once(child, 'close');
  return status === 0 ? null : printed.trim() || `It ended with ${status}.`;
}
