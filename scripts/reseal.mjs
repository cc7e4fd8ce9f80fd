// Encrypts every sealed value in the store that `npm start` would use (MONGODB_URI, else DATA_DIR) with ENCRYPTION_KEY,
// built first when a source has changed. The earlier keys are in ENCRYPTION_KEY_PREVIOUS.
import { run } from './run.mjs';

process.exitCode = run('scripts/build.mjs', '--if-stale', '--served') || run('packages/server/dist/reseal.js');
