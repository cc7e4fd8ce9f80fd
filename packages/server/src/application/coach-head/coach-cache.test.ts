import { minus } from '@coach-booking/time/instant';
import { describe, expect, it } from 'vitest';
import { aHead, at, now } from '../../../test/stores/fixtures.ts';
import { packRanges } from '../../domain/calendar-source/packed-ranges.ts';
import { createCoachCache } from './coach-cache.ts';

describe('createCoachCache', () => {
  it('remembers the head as it was last seen, and the coach of a slug', () => {
    const cache = createCoachCache();
    const head = aHead();
    cache.remember(head);
    cache.remember({ ...head, version: 2, bio: 'New.' });
    expect(cache.lastSeen(head.id)).toMatchObject({ version: 2, bio: 'New.' });
    expect(cache.idOfSlug(head, head.slug)).toBe(head.id);
    cache.forgetSlug(head, head.slug);
    expect(cache.idOfSlug(head, head.slug)).toBeUndefined();
  });

  it('keeps the slugs of live and test coaches separate', () => {
    const cache = createCoachCache();
    const head = aHead({ mode: 'test' });
    cache.remember(head);
    expect(cache.idOfSlug({ mode: 'live' }, head.slug)).toBeUndefined();
    expect(cache.idOfSlug({ mode: 'test', partnerId: '9'.repeat(24) }, head.slug)).toBeUndefined();
  });

  it('remembers a limited number of coaches, and drops the least recently used one', () => {
    const cache = createCoachCache(2);
    const [a, b, c] = [aHead(), aHead(), aHead()];
    cache.remember(a);
    cache.remember(b);
    cache.lastSeen(a.id);
    cache.remember(c);
    expect([a, b, c].map(({ id }) => cache.lastSeen(id)?.id)).toEqual([a.id, undefined, c.id]);
  });

  it('compiles each version once, and never returns the plan of another version', () => {
    const cache = createCoachCache();
    const head = aHead();
    const next = { ...head, version: head.version + 1, active: false };
    const first = cache.planOf(head, now);
    expect(cache.planOf({ ...head }, now)).toBe(first);
    const second = cache.planOf(next, now);
    expect(second).not.toBe(first);
    expect(cache.planOf(next, now)).toBe(second);
  });

  it('keeps the plan of the newest version when an old one is requested again', () => {
    const cache = createCoachCache();
    const head = aHead();
    const next = { ...head, version: head.version + 1 };
    const newest = cache.planOf(next, now);
    expect(cache.planOf(head, now)).not.toBe(newest);
    expect(cache.planOf(next, now)).toBe(newest);
  });

  it('R28 compiles anew when the busy time of other calendars was written anew', () => {
    const cache = createCoachCache();
    const head = aHead();
    const busy = packRanges([{ start: at(10), end: at(11) }]);
    const source = { id: 'a', policy: 'block_when_stale', staleAt: at(20), busy } as const;
    const outside = { revision: 1, sources: [source] };
    expect(cache.planOf(head, now).externalBusy).toEqual([]);
    const plan = cache.planOf({ ...head, outside }, now);
    expect(plan.externalBusy).toEqual([{ start: at(10), end: at(11) }]);
    expect(cache.planOf({ ...head, outside }, now)).toBe(plan);
    expect(cache.planOf({ ...head, outside: { revision: 2, sources: [] } }, now).externalBusy).toEqual([]);
  });

  it('says by the clock whether another calendar is too old to be trusted, where its policy asks for that', () => {
    const cache = createCoachCache();
    const source = { id: 'a', policy: 'block_when_stale', staleAt: at(20), busy: packRanges([]) } as const;
    const head = { ...aHead(), outside: { revision: 1, sources: [source] } };
    expect(cache.planOf(head, minus(at(20), 1)).externalStale).toBe(false);
    expect(cache.planOf(head, at(20)).externalStale).toBe(true);
    const kept = { ...head, outside: { revision: 2, sources: [{ ...source, policy: 'keep_last_good' as const }] } };
    expect(cache.planOf(kept, at(20)).externalStale).toBe(false);
  });
});
