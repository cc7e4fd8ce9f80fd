// Brings the store that `npm start` would use (MONGODB_URI, else DATA_DIR) to this release, built first when a source
// has changed. With --finish also what waits for the last process of an older release to be gone.
import { run } from './run.mjs';

process.exitCode =
  run('scripts/build.mjs', '--if-stale', '--served') ||
  run('packages/server/dist/migrate.js', ...process.argv.slice(2));
