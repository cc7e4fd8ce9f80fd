import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const register = new URL('./from-sources.mjs', import.meta.url).href;
const entry = join(import.meta.dirname, 'serve.mjs');

/**
 * Returns the server as a process that can be restarted. `restart` ends the running one and starts another; called
 * during a restart, it runs once more after it. Resolves to the server's message, or to null when it did not start: it
 * has printed the reason, and the next change may help.
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
    return Promise.race([once(child, 'message').then(([message]) => message), failed]);
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
