// Loads the demo into the store that `npm start` would use (MONGODB_URI, else DATA_DIR), built first when a source has
// changed. A second run changes nothing; a database with other data is refused without --force.
import { run } from './run.mjs';

process.exitCode =
  run('scripts/build.mjs', '--if-stale', '--served') || run('packages/server/dist/seed.js', ...process.argv.slice(2));
