// Encrypts all that is encrypted in the store that `npm start` would use (MONGODB_URI, else DATA_DIR) with
// ENCRYPTION_KEY, built first when a source has changed. The keys of before are in ENCRYPTION_KEY_PREVIOUS.
import { run } from './run.mjs';

process.exitCode = run('scripts/build.mjs', '--if-stale', '--served') || run('packages/server/dist/reseal.js');
