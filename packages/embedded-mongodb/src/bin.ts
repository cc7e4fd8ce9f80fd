#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startEmbeddedMongoDB } from './start.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: './data' } } });

try {
  const server = await startEmbeddedMongoDB({ dataDir: values.data });
  // Before the URI is printed: its reader may send a signal at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
  for (const note of server.notes) console.error(note);
  console.log(server.uri);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
