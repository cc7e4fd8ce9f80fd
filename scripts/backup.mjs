// Copies the embedded store that `npm start` would use (DATA_DIR) into a new folder, while a server has it open or not:
// --to FOLDER. Built first when a source has changed.
import { run } from './run.mjs';

process.exitCode =
  run('scripts/build.mjs', '--if-stale', '--served') || run('packages/server/dist/backup.js', ...process.argv.slice(2));
