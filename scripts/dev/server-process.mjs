import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const register = new URL('./from-sources.mjs', import.meta.url).href;
const entry = join(import.meta.dirname, 'serve.mjs');

/**
 * The server as a process that can be started again. `restart` ends what runs and starts anew; asked for while one is
 * under way, it is done once more after it. Resolves to what the server says of itself, or to null when it did not
 * start: it has printed why, and the next change may help.
 */
export function serverProcess(dropIns) {
  let child;
  let running = Promise.resolve(null);
  let wanted = 0;

  async function end() {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  async function begin(turn) {
    await end();
    if (turn !== wanted) return null;
    child = fork(entry, [dropIns], {
      execArgv: ['--conditions=source', '--import', register],
      env: { LOG_LEVEL: 'warn', ...process.env },
    });
    const failed = once(child, 'exit').then(() => null);
    return Promise.race([once(child, 'message').then(([said]) => said), failed]);
  }

  return {
    restart() {
      const turn = ++wanted;
      running = running.then(() => begin(turn));
      return running;
    },
    async stop() {
      wanted++;
      await running;
      await end();
    },
  };
}
