import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const entry = join(import.meta.dirname, '../../packages/server/dist/main.js');

/**
 * Starts the built server with these variables on a free port; for scripts. Throws with what it printed when it ends
 * before it serves.
 */
export async function startServer(env) {
  const { PATH, HOME } = process.env;
  const child = fork(entry, {
    env: { PATH, HOME, PORT: '0', LOG_LEVEL: 'fatal', ...env },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let printed = '';
  child.stderr.on('data', (text) => (printed += text));
  const gone = once(child, 'exit');
  const first = await Promise.race([once(child, 'message').then(([message]) => message), gone.then(() => null)]);
  if (!first) throw new Error(`The server ended before it served:\n${printed}`);
  return {
    url: first.url,
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
