// Migrates the store that `npm start` would use (MONGODB_URI, else DATA_DIR) to this release, built first when a source
// has changed. With --finish also what waits until no process of an older release is left.
import { run } from './run.mjs';

process.exitCode =
  run('scripts/build.mjs', '--if-stale', '--served') ||
  run('packages/server/dist/migrate.js', ...process.argv.slice(2));
