import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instant, minus, plus, type Instant, type Minutes } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { zoneOf } from '@coach-booking/time/zone';
import type { Weekday } from '@coach-booking/time/plain-date';
import type { Estimate } from './estimate.ts';
import { FEATURES, type Candidate, type CandidateTime } from './features.ts';
import type { HourRates } from './rates.ts';
import { recommend, USUAL_SUGGESTIONS, type Suggestions, type Weights } from './recommend.ts';

const now = instant(Date.UTC(2026, 3, 14, 6));
const visitor: Candidate = { zone: zoneOf('UTC'), past: [] };

const even = (mean: number, spread = 0): Estimate => ({ mean, low: mean - spread, high: mean + spread, trials: 100 });
const rates: HourRates = { conversion: even(0.2), completion: even(0.9), usual: even(0.2), observations: 100 };

const at = (hours: number, more: Partial<CandidateTime> = {}): CandidateTime => {
  const start = plus(now, hours * HOUR);
  const date = new Date(start);
  return {
    start,
    weekday: date.getUTCDay() as Weekday,
    hour: date.getUTCHours(),
    minutes: (date.getUTCHours() * 60) as Minutes,
    neighbours: 0,
    rates,
    ...more,
  };
};

const ask = (
  times: readonly CandidateTime[],
  { candidate = visitor, ...more }: Partial<Suggestions> & { candidate?: Candidate } = {},
) => recommend(times, candidate, { ...USUAL_SUGGESTIONS, ...more }, now);

const estimates = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 0.3, noNaN: true }))
  .map(([mean, spread]): Estimate => ({
    mean,
    low: Math.max(0, mean - spread),
    high: Math.min(1, mean + spread),
    trials: 50,
  }));
const times: fc.Arbitrary<CandidateTime> = fc
  .record({
    hours: fc.integer({ min: 0, max: 24 * 60 }),
    neighbours: fc.constantFrom<(0 | 1 | 2)[]>(0, 1, 2),
    conversion: estimates,
    completion: estimates,
    observations: fc.nat(100),
  })
  .map(({ hours, neighbours, conversion, completion, observations }) =>
    at(hours, { neighbours, rates: { conversion, completion, usual: even(0.2), observations } }),
  );
const candidates: fc.Arbitrary<Candidate> = fc.record(
  {
    zone: fc.constantFrom(zoneOf('UTC'), zoneOf('Asia/Kathmandu'), zoneOf('America/Los_Angeles')),
    past: fc.array(fc.integer({ min: 1, max: 2000 }).map((hours): Instant => minus(now, hours * HOUR))),
    score: fc.nat(100),
    temperature: fc.constantFrom('hot' as const, 'warm' as const, 'cold' as const),
  },
  { requiredKeys: ['zone', 'past'] },
);
const weights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(FEATURES.map((feature) => [feature, fc.nat(100)])) as Record<keyof Weights, fc.Arbitrary<number>>,
);

describe('recommend', () => {
  it('returns the first of all times up to a limit', () => {
    fc.assert(
      fc.property(fc.array(times), candidates, fc.nat(20), (all, candidate, limit) => {
        const some = recommend(all, candidate, USUAL_SUGGESTIONS, now, { limit });
        expect(some).toEqual(recommend(all, candidate, USUAL_SUGGESTIONS, now).slice(0, limit));
      }),
    );
  });

  it('returns every time once, the best first, of equal ones the earliest', () => {
    fc.assert(
      fc.property(fc.array(times), candidates, weights, (all, candidate, weighed) => {
        const ranked = ask(all, { candidate, weights: weighed });
        const starts = (of: readonly { start: Instant }[]) => of.map(({ start }) => start).sort((a, b) => a - b);
        expect(starts(ranked)).toEqual(starts(all));
        for (const [i, each] of ranked.slice(1).entries()) {
          const before = ranked[i]!;
          expect(before.score > each.score || (before.score === each.score && before.start <= each.start)).toBe(true);
        }
      }),
    );
  });

  it('gives reasons whose contributions add up to the score, the greatest first', () => {
    fc.assert(
      fc.property(times, candidates, weights, (time, candidate, weighed) => {
        const [{ score, reasons }] = ask([time], { candidate, weights: weighed }) as [ReturnType<typeof ask>[number]];
        const thousandths = reasons.map(({ contribution }) => Math.round(contribution * 1000));
        expect(thousandths.reduce((sum, each) => sum + each, 0)).toBe(Math.round(score * 1000));
        expect(thousandths).toEqual([...thousandths].sort((a, b) => b - a));
        expect(score).toBeLessThanOrEqual(1.003);
      }),
    );
  });

  it('depends on nothing but its input', () => {
    fc.assert(
      fc.property(fc.array(times), candidates, (all, candidate) => {
        expect(ask([...all].reverse(), { candidate }).map(({ score }) => score)).toEqual(
          ask(all, { candidate }).map(({ score }) => score),
        );
      }),
    );
  });

  it.each<[string, CandidateTime, CandidateTime]>([
    ['a higher conversion', at(24), at(24, { rates: { ...rates, conversion: even(0.4) } })],
    [
      'a more certain conversion',
      at(24, { rates: { ...rates, conversion: even(0.2, 0.1) } }),
      at(24, { rates: { ...rates, conversion: even(0.2, 0.05) } }),
    ],
    ['a better completion', at(24), at(24, { rates: { ...rates, completion: even(0.95) } })],
    ['a session beside it', at(24), at(24, { neighbours: 1 })],
    ['sessions on both sides', at(24, { neighbours: 1 }), at(24, { neighbours: 2 })],
    ['an earlier day', at(48), at(24)],
    ['waking hours', at(20), at(20 - 24 + 31)],
  ])('ranks a time higher for %s', (_, lower, higher) => {
    const [a] = ask([lower]);
    const [b] = ask([higher]);
    expect(b!.score).toBeGreaterThan(a!.score);
  });

  it('ranks the hours of a lead and of a coach higher, in the zone of each', () => {
    const [morning, evening] = [at(24 + 1), at(24 + 12)];
    const atSix = minus(now, 7 * DAY - 12 * HOUR);
    const past = { zone: zoneOf('UTC'), past: [atSix, minus(atSix, 7 * DAY)] };
    expect(ask([morning, evening])[0]!.start).toBe(morning.start);
    expect(ask([morning, evening], { candidate: past })[0]!.start).toBe(evening.start);
    const preferredHours = [{ dayOfWeek: evening.weekday, start: '18:00', end: '19:00' }];
    expect(ask([morning, evening], { preferredHours })[0]!.start).toBe(evening.start);
    const inTokyo = { ...visitor, zone: zoneOf('Asia/Tokyo') };
    expect(ask([evening], { candidate: inTokyo })[0]!.reasons).not.toContainEqual(
      expect.objectContaining({ code: 'lead_hours' }),
    );
  });

  it.each<[string, Candidate, Candidate]>([
    ['a hot lead rather than a warm one', { ...visitor, temperature: 'warm' }, { ...visitor, temperature: 'hot' }],
    ['a lead with a higher score', { ...visitor, score: 40 }, { ...visitor, score: 41 }],
    ['a lead set as warm by hand', { ...visitor, score: 10 }, { ...visitor, score: 10, temperature: 'warm' }],
  ])('recommends a soon time more to %s', (_, lower, higher) => {
    const soon = (candidate: Candidate) =>
      ask([at(1)], { candidate })[0]!.reasons.find(({ code }) => code === 'urgency')!.contribution;
    expect(soon(higher)).toBeGreaterThan(soon(lower));
  });

  it.each<[string, Partial<HourRates>, string]>([
    ['unknown under 30 observations', { observations: 29.9, conversion: even(0.9) }, 'unknown'],
    ['high where that is certain', { observations: 30, conversion: even(0.25, 0.05) }, 'high'],
    ['moderate where it is not', { conversion: even(0.25, 0.06) }, 'moderate'],
    ['low where that is certain', { conversion: even(0.1, 0.1) }, 'low'],
  ])('expects an outcome: %s', (_, more, outcome) => {
    expect(ask([at(24, { rates: { ...rates, ...more } })])[0]!.expectedOutcome).toBe(outcome);
  });

  it('takes the usual weights where all are 0', () => {
    const none = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as Weights;
    expect(ask([at(24)], { weights: none })).toEqual(ask([at(24)]));
  });
});

describe('recommend with scaled confidences', () => {
  const steps = fc
    .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 10,
    })
    .map((all) => {
      const rising = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
      const scaled = rising(all.map(([, each]) => each));
      return rising(all.map(([each]) => each)).map((raw, i) => ({ raw, scaled: scaled[i]! }));
    });

  it('hides nothing, changes neither order, scores nor reasons, and keeps the order of confidences', () => {
    fc.assert(
      fc.property(fc.array(times), candidates, steps, (all, candidate, by) => {
        const usual = recommend(all, candidate, USUAL_SUGGESTIONS, now);
        const scaled = recommend(all, candidate, USUAL_SUGGESTIONS, now, { steps: by });
        const without = (of: typeof usual) => of.map(({ confidence: _, ...rest }) => rest);
        expect(without(scaled)).toEqual(without(usual));
        const byRaw = usual.map((each, i) => [each.confidence, scaled[i]!.confidence] as const);
        for (const [raw, shown] of byRaw)
          for (const [otherRaw, otherShown] of byRaw) if (raw < otherRaw) expect(shown).toBeLessThanOrEqual(otherShown);
      }),
    );
  });
});
