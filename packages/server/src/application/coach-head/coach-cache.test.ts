import { describe, expect, it } from 'vitest';
import { aHead } from '../../../test/stores/fixtures.ts';
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
    const first = cache.planOf(head);
    expect(cache.planOf({ ...head })).toBe(first);
    const second = cache.planOf(next);
    expect(second).not.toBe(first);
    expect(cache.planOf(next)).toBe(second);
  });

  it('keeps the plan of the newest version when an old one is requested again', () => {
    const cache = createCoachCache();
    const head = aHead();
    const next = { ...head, version: head.version + 1 };
    const newest = cache.planOf(next);
    expect(cache.planOf(head)).not.toBe(newest);
    expect(cache.planOf(next)).toBe(newest);
  });
});
