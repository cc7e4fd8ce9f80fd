// Runs the behaviour suite and every test that stores something, on the MongoDB named by TEST_MONGODB_URI instead of
// the embedded one. Further arguments are passed to vitest.
import { run } from './run.mjs';

if (!process.env.TEST_MONGODB_URI) {
  console.error('Set TEST_MONGODB_URI to the connection string of a MongoDB that may be filled and emptied.');
  process.exit(2);
}
// The explorer beside these runs on stores in memory, with any database.
const suites = [
  'packages/embedded-mongodb/test/behaviour/',
  '.store.test.ts',
  'test/faults/killed-server',
  'test/faults/parallel-bookings',
];
process.exitCode = run(
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  'node',
  '--project',
  'system',
  ...suites,
  ...process.argv.slice(2),
);
