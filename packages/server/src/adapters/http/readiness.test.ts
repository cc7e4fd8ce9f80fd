import { expect, it } from 'vitest';
import { createReadiness } from './readiness.ts';

it('checks the store once for concurrent requests and those within a second', async () => {
  let [asked, clock] = [0, 0];
  const ready = createReadiness({
    store: async () => ({ store: String((asked += 1)) }),
    self: () => ({}),
    now: () => clock,
  });
  expect(await Promise.all([ready(), ready()])).toEqual([{ store: '1' }, { store: '1' }]);
  clock = 999;
  expect(await ready()).toEqual({ store: '1' });
  clock = 1000;
  expect(await ready()).toEqual({ store: '2' });
});

it('S24, S25 reports at once that the process stops, or still loads', async () => {
  let self: Record<string, string> = { demo: 'loading' };
  const ready = createReadiness({ store: async () => ({ store: 'ok' }), self: () => self, now: () => 0 });
  expect(await ready()).toEqual({ store: 'ok', demo: 'loading' });
  self = { server: 'stopping' };
  expect(await ready()).toEqual({ store: 'ok', server: 'stopping' });
});
