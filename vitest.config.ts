import { defineConfig } from 'vitest/config';
import { withoutUnused } from './scripts/rollup/without-unused.mjs';

const resolve = { conditions: ['source', 'module', 'node'] };
const ssr = { resolve };
/** Every zone the pure domain must not notice: half-hour, 45-minute and a half-hour daylight saving among them. */
const zones = ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

export default defineConfig({
  resolve,
  ssr,
  test: {
    pool: 'forks',
    projects: [
      ...zones.map((TZ) => ({
        resolve,
        ssr,
        test: { name: `domain ${TZ}`, include: ['packages/server/src/domain/**/*.test.ts'], env: { TZ }, pool: 'forks' as const },
      })),
      {
        resolve,
        ssr,
        test: {
          name: 'node',
          include: ['packages/{embedded-mongodb,server,sdk}/src/**/*.test.ts', 'test/{contract,architecture,faults}/**/*.test.ts'],
          exclude: ['packages/server/src/domain/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks' as const,
        },
      },
      {
        resolve,
        ssr,
        plugins: [withoutUnused()],
        test: {
          // ky as the drop-in files have it.
          name: 'drop-in transport',
          include: ['packages/sdk/src/transport/*.test.ts'],
          server: { deps: { inline: ['ky'] } },
          pool: 'forks' as const,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          pool: 'forks' as const,
        },
      },
    ],
  },
});
