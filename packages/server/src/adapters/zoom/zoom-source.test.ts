import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, systemNow } from '@coach-booking/time/instant';
import { startFakeZoom, type FakeZoom } from '../../../test/zoom/fake-zoom.ts';
import type { PastMeeting } from '../../../test/zoom/past-meetings.ts';
import { attendanceOf, heldOf, visitorsOf } from '../../domain/meeting-report/visitors.ts';
import { withFacts } from '../../domain/meeting-report/meeting-fact.ts';
import { createGuard } from '../outbound/guard.ts';
import { createOutbound } from '../outbound/undici-outbound.ts';
import { createZoom } from './zoom.ts';
import { createZoomRest } from './zoom-rest.ts';
import { createZoomSource } from './zoom-source.ts';

const account = { partnerId: 'p', mode: 'live', coachId: 'c', host: 'maria@fit.example' } as const;
const meeting = (given: Partial<PastMeeting> = {}): PastMeeting => ({
  id: 85_000_000_001,
  // Begins with a slash and has two in a row: encoded twice.
  uuid: '/ab//cd==',
  hostId: 'hmaria',
  start: '2026-04-14T18:00:00Z',
  end: '2026-04-14T19:00:00Z',
  visitors: [
    {
      userId: '1',
      id: 'hmaria',
      name: 'Maria',
      email: 'maria@fit.example',
      from: '2026-04-14T18:00:00Z',
      to: '2026-04-14T19:00:00Z',
    },
    { userId: '2', name: 'Ana Torres', from: '2026-04-14T18:01:00Z', to: '2026-04-14T18:59:00Z' },
  ],
  recording: { url: 'https://us05web.zoom.us/rec/share/abc', password: 'k9w', size: 1000 },
  ...given,
});

describe('what Zoom answers about a meeting', () => {
  let fake: FakeZoom;
  let outbound: ReturnType<typeof createOutbound>;
  beforeEach(async () => {
    fake = await startFakeZoom();
    outbound = createOutbound({ guard: createGuard(), realNow: systemNow, providerOrigins: [fake.base] });
  });
  afterEach(async () => {
    await outbound.close();
    await fake.close();
  });

  const source = () => {
    const needs = {
      rest: createZoomRest({ outbound, realNow: systemNow }, `${fake.base}/v2`),
      tokenOf: async () => fake.tokens.ofAccount(),
      lose: async () => undefined,
      accountOf: async () => null,
      count: async () => async () => undefined,
    };
    return createZoomSource(createZoom(needs));
  };
  const asked = async (id = '85000000001') => await source().newsOf!(account, { id });

  it('names who was there, the host without a name, and the page of the recording', async () => {
    fake.past.held.push(meeting());
    const { facts, recordings } = await asked();
    const all = withFacts([], facts!);
    expect(visitorsOf(all)).toEqual([
      {
        isHost: true,
        joinedAt: parseInstant('2026-04-14T18:00:00Z'),
        leftAt: parseInstant('2026-04-14T19:00:00Z'),
        duration: 60,
      },
      {
        isHost: false,
        name: 'Ana Torres',
        joinedAt: parseInstant('2026-04-14T18:01:00Z'),
        leftAt: parseInstant('2026-04-14T18:59:00Z'),
        duration: 58,
      },
    ]);
    expect(heldOf(all)).toEqual({
      startedAt: parseInstant('2026-04-14T18:00:00Z'),
      endedAt: parseInstant('2026-04-14T19:00:00Z'),
    });
    expect(recordings).toEqual([
      {
        occasion: '/ab//cd==',
        url: 'https://us05web.zoom.us/rec/share/abc',
        password: 'k9w',
        fileSize: 1000,
        duration: 60,
      },
    ]);
    expect(JSON.stringify({ facts, recordings })).not.toMatch(/download|never-kept|maria/);
  });

  it('names no visitor of a meeting with one person, of a plan without reports, and of one that was never opened', async () => {
    const alone = meeting();
    fake.past.held.push({ ...alone, visitors: alone.visitors.slice(0, 1) });
    const hintOf = async () => attendanceOf(visitorsOf(withFacts([], (await asked()).facts!)));
    expect(await hintOf()).toBeUndefined();
    fake.past.held.splice(0, 1, alone);
    fake.past.isFree = true;
    expect(await hintOf()).toBeUndefined();
    expect(await asked('85000000002')).toEqual({ facts: [], recordings: [] });
  });

  it('is read page by page, for each time that the meeting was opened', async () => {
    const visitors = Array.from({ length: 301 }, (_, n) => ({
      userId: String(n),
      name: `Guest ${n}`,
      from: '2026-04-14T18:01:00Z',
      to: '2026-04-14T18:59:00Z',
    }));
    const again = meeting({
      uuid: 'second==',
      start: '2026-04-14T19:05:00Z',
      end: '2026-04-14T19:10:00Z',
      visitors: [],
    });
    fake.past.held.push(meeting({ visitors }), again);
    const { facts } = await asked();
    expect(facts!.filter(({ kind }) => kind === 'joined')).toHaveLength(301);
    expect(heldOf(withFacts([], facts!)).endedAt).toBe(parseInstant('2026-04-14T19:10:00Z'));
  });

  it('fails as a whole while Zoom is away, so that it is asked again', async () => {
    fake.past.held.push(meeting());
    fake.fail('5xx', 1);
    await expect(asked()).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
