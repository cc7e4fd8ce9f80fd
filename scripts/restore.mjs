// Restores a backup into the data folder that `npm start` would use (DATA_DIR), while no server has it open: --from
// FOLDER. An existing store is replaced with --force only. Built first when a source has changed.
import { run } from './run.mjs';

process.exitCode =
  run('scripts/build.mjs', '--if-stale', '--served') ||
  run('packages/server/dist/restore.js', ...process.argv.slice(2));
