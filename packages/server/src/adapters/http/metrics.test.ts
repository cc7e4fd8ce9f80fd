import { expect, it } from 'vitest';
import { createSiteverify } from '../challenges/siteverify.ts';
import {
  addBins,
  bookedSums,
  inBin,
  reliabilityOf,
  shownSums,
  type Reliability,
} from '../../domain/recommend/reliability.ts';
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

const anEvening = { kind: 'reminder', channel: 'sms', due: 3, late: 2, retrying: 0, failed: 1, unknown: 1 } as const;
const messagesIn = async ({ text }: ReturnType<typeof createMetrics>) =>
  (await text()).split('\n').filter((line) => line.startsWith('messages'));

it('tells how many messages are due, late, tried again, failed and unknown', async () => {
  expect(await messagesIn(createMetrics({ countMessages: async () => [anEvening] }))).toEqual([
    'messages{kind="reminder",channel="sms",state="due"} 3',
    'messages{kind="reminder",channel="sms",state="late"} 2',
    'messages{kind="reminder",channel="sms",state="retrying"} 0',
    'messages{kind="reminder",channel="sms",state="failed"} 1',
    'messages{kind="reminder",channel="sms",state="unknown"} 1',
  ]);
});

it('answers the other numbers while the store is away', async () => {
  const metrics = createMetrics({ countMessages: () => Promise.reject(new Error('away')) });
  expect(await messagesIn(metrics)).toEqual([]);
  expect(await metrics.text()).toContain('process_resident_memory_bytes');
});

it('tells how webhooks fare, and how many endpoints get nothing', async () => {
  const numbers = { due: 4, late: 1, retrying: 2, failed: 3, delivered: 9, disabledEndpoints: 5 };
  const lines = async (countWebhooks: () => Promise<typeof numbers>) =>
    (await createMetrics({ countWebhooks }).text()).split('\n').filter((line) => line.startsWith('webhook'));
  expect((await lines(async () => numbers)).sort()).toEqual([
    'webhook_endpoints_disabled 5',
    'webhooks{state="delivered"} 9',
    'webhooks{state="due"} 4',
    'webhooks{state="failed"} 3',
    'webhooks{state="late"} 1',
    'webhooks{state="retrying"} 2',
  ]);
  expect(await lines(() => Promise.reject(new Error('away')))).toEqual([]);
});

it('counts what waits and fails at each provider, without a word of whose it is', async () => {
  const numbers = [{ provider: 'zoom', due: 4, late: 1, retrying: 2, failed: 3 }] as const;
  const lines = async (countRecords: () => Promise<typeof numbers>) =>
    (await createMetrics({ countRecords }).text()).split('\n').filter((line) => line.startsWith('external_records'));
  expect((await lines(async () => numbers)).sort()).toEqual([
    'external_records{provider="zoom",state="due"} 4',
    'external_records{provider="zoom",state="failed"} 3',
    'external_records{provider="zoom",state="late"} 1',
    'external_records{provider="zoom",state="retrying"} 2',
  ]);
  expect(await lines(() => Promise.reject(new Error('away')))).toEqual([]);
});

it('returns how well confidences came true, and nothing of bins without visits', async () => {
  const sums = addBins([inBin(0.05, { ...shownSums(0.05, 40), ...bookedSums(0.05) })]);
  const lines = async (readReliability: () => Promise<Reliability>) =>
    (await createMetrics({ readReliability }).text()).split('\n').filter((line) => line.startsWith('suggestions_'));
  const found = await lines(async () => reliabilityOf(sums));
  expect(found.slice(0, 4)).toEqual([
    'suggestions_reliability{from="0",figure="visits"} 40',
    'suggestions_reliability{from="0",figure="predicted"} 0.05',
    'suggestions_reliability{from="0",figure="observed"} 0.025',
    'suggestions_reliability{from="0.1",figure="visits"} 0',
  ]);
  expect(found.slice(-2)).toEqual(['suggestions_brier_score 0.025', 'suggestions_calibration_error 0.025']);
  expect((await lines(async () => reliabilityOf([]))).filter((line) => !line.endsWith(' 0'))).toEqual([]);
  expect(await lines(() => Promise.reject(new Error('away')))).toEqual([]);
});
