import { expect, it } from 'vitest';
import { createSiteverify } from '../challenges/siteverify.ts';
import { createMetrics } from './metrics.ts';

it('S7 counts the challenges that could not be verified, by reason, since their visitors pass', async () => {
  const { noteUnverified, text } = createMetrics();
  const nobody = {
    provider: 'turnstile',
    siteKey: 'site',
    secret: 'shh',
    url: 'http://127.0.0.1:1/siteverify',
  } as const;
  const challenges = createSiteverify({ ...nobody, onUnreachable: noteUnverified });
  for (const token of ['one', 'two']) expect(await challenges.verify(token, '203.0.113.7')).toBe('unreachable');
  noteUnverified('invalid-input-secret');
  expect((await text()).split('\n').filter((line) => line.startsWith('challenges_'))).toEqual([
    'challenges_unverified_total{reason="TypeError"} 2',
    'challenges_unverified_total{reason="invalid-input-secret"} 1',
  ]);
});
