import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { startEmbeddedMongoDB, type EmbeddedMongoDB } from '../index.ts';
import { mongoBehaviour } from './index.ts';

describe('the embedded server', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'embedded-mongodb-'));
  let server: EmbeddedMongoDB | undefined;
  beforeAll(async () => {
    server = await startEmbeddedMongoDB({ dataDir });
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true });
  });
  mongoBehaviour(() => server?.uri ?? '');
});

const other = process.env['TEST_MONGODB_URI'];

describe.runIf(other)('the server of TEST_MONGODB_URI', () => {
  mongoBehaviour(() => other ?? '');
});
