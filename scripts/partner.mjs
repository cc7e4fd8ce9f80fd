// Manages businesses in the store that `npm start` would use (MONGODB_URI, else DATA_DIR). A build, when a source has
// changed, prints on the error stream, so that the output is that of the command alone.
import { spawnSync } from 'node:child_process';
import { run, root } from './run.mjs';

const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--if-stale', '--served'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
process.exitCode = status || run('packages/server/dist/partner.js', ...process.argv.slice(2));
