import { plus } from '@coach-booking/time/instant';
import { describe, expect, it } from 'vitest';
import type { CoachHead } from '../../src/domain/coach/coach.ts';
import { nameKeyOf, type Coaches, type CoachQuery } from '../../src/application/ports/coaches.ts';
import type { LedgerScope } from '../../src/application/ports/ledgers.ts';
import { aHead, anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function coachesSuite(open: () => Coaches): void {
  const inserted = async (given: Partial<CoachHead> = {}): Promise<CoachHead> => {
    const head = aHead(given);
    expect(await open().insert(head)).toBe('inserted');
    return head;
  };
  const next = (head: CoachHead, given: Partial<CoachHead> = {}): CoachHead => ({
    ...head,
    version: head.version + 1,
    ...given,
  });

  describe('a coach', () => {
    it.each<[string, Partial<CoachHead>]>([
      ['as most are', {}],
      [
        'without limits, services or a team',
        { capacity: null, services: [], staff: [], overrides: [], timeOff: [], strengths: [] },
      ],
      ['who left', { active: false, deletedAt: now, bio: 'Was here.' }],
    ])('finds a coach by id as inserted: %s', async (_, given) => {
      const head = await inserted(given);
      expect(await open().byId(head.id)).toEqual(head);
    });

    it('finds a coach by slug, and none by another', async () => {
      const { id, slug } = await inserted();
      expect(await open().idOfSlug(scope, slug)).toBe(id);
      expect(await open().idOfSlug(scope, `${slug}-x`)).toBeNull();
      expect(await open().byId(anId())).toBeNull();
    });

    it('inserts a coach once by id, with the slug alone', async () => {
      const head = await inserted();
      expect(await open().insert(aHead({ id: head.id }))).toBe('id_taken');
      expect(await open().insert(head)).toBe('id_taken');
      expect(await open().insert(aHead({ slug: head.slug }))).toBe('slug_taken');
      expect(await open().byId(head.id)).toEqual(head);
    });

    it('S26 keeps a slug unique over all partners for live coaches, and in the partner for test coaches', async () => {
      const { slug } = aHead();
      const [one, other] = [anId(), anId()];
      const scopes: LedgerScope[] = [
        { partnerId: one, mode: 'live' },
        { partnerId: one, mode: 'test' },
        { partnerId: other, mode: 'test' },
      ];
      const heads = [];
      for (const owner of scopes) heads.push(await inserted({ ...owner, slug }));
      for (const owner of [...scopes, { partnerId: other, mode: 'live' } as const])
        expect(await open().insert(aHead({ ...owner, slug }))).toBe('slug_taken');
      const found = [];
      for (const owner of scopes) found.push(await open().idOfSlug(owner, slug));
      expect(found).toEqual(heads.map(({ id }) => id));
      expect(await open().idOfSlug({ mode: 'live' }, slug)).toBe(heads[0]!.id);
      expect(await open().idOfSlug({ partnerId: anId(), mode: 'test' }, slug)).toBeNull();
    });

    it('S26 renames a coach to what others have elsewhere, and to nothing that one has there', async () => {
      const partnerId = anId();
      const live = await inserted({ partnerId, mode: 'live' });
      const [taken, renamed] = [
        await inserted({ partnerId, mode: 'test' }),
        await inserted({ partnerId, mode: 'test' }),
      ];
      expect(await open().replace(next(renamed, { slug: taken.slug }), 1)).toBe('slug_taken');
      expect(await open().replace(next(renamed, { slug: live.slug }), 1)).toBe('replaced');
      expect(await open().idOfSlug(renamed, live.slug)).toBe(renamed.id);
      expect(await open().idOfSlug(live, live.slug)).toBe(live.id);
      // What it was called before is free again.
      await inserted({ partnerId, mode: 'test', slug: renamed.slug });
    });

    it('inserts one coach of a slug, by many at the same moment', async () => {
      const { slug } = aHead();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => open().insert(aHead({ slug }))));
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    });
  });

  it('finds coaches with a reachable member of the team, also of before and those who left', async () => {
    const own = { partnerId: anId(), mode: 'test' } as const;
    const jane = { id: anId(), name: 'Jane', active: true };
    const reachable = { ...jane, email: 'jane@example.com' };
    const heads = [
      await inserted({ ...own, staff: [jane, { ...reachable, id: anId(), deletedAt: now }] }),
      await inserted({ ...own, staff: [reachable], active: false, deletedAt: now }),
    ];
    await inserted({ ...own, staff: [jane] });
    await inserted({ ...own, staff: [] });
    await inserted({ ...own, mode: 'live', staff: [reachable] });
    const byId = (a: CoachHead, b: CoachHead) => (a.id < b.id ? -1 : 1);
    expect((await open().withReachableStaff(own)).toSorted(byId)).toEqual(heads.toSorted(byId));
  });

  it('reads the coaches of all partners and modes for the start, without those who left', async () => {
    const here = await inserted();
    const elsewhere = await inserted({ partnerId: anId(), mode: 'live', active: false });
    const gone = await inserted({ deletedAt: now });
    const found = new Map<string, CoachHead>();
    for await (const head of open().everywhere()) found.set(head.id, head);
    expect([found.get(here.id), found.get(elsewhere.id), found.get(gone.id)]).toEqual([here, elsewhere, undefined]);
  });

  it('returns the slugs that a new one could meet, and no others', async () => {
    const base = `kim-${anId()}`;
    const slugs = [base, `${base}-2`, `${base}-and-lee`, `${base}berly`, `x-${base}`];
    for (const slug of slugs) await inserted({ slug });
    expect((await open().slugsLike(scope, base)).toSorted()).toEqual(slugs.slice(0, 3).toSorted());
    expect(await open().slugsLike(scope, `${base}-3`)).toEqual([]);
  });

  it('S26 returns no slugs of other partners’ test coaches, nor of the other mode', async () => {
    const base = `kim-${anId()}`;
    const [one, other] = [anId(), anId()];
    await inserted({ partnerId: one, mode: 'test', slug: base });
    await inserted({ partnerId: other, mode: 'test', slug: `${base}-2` });
    await inserted({ partnerId: one, mode: 'live', slug: `${base}-3` });
    expect(await open().slugsLike({ partnerId: one, mode: 'test' }, base)).toEqual([base]);
    expect(await open().slugsLike({ partnerId: other, mode: 'test' }, base)).toEqual([`${base}-2`]);
    expect(await open().slugsLike({ mode: 'live' }, base)).toEqual([`${base}-3`]);
  });

  describe('a replaced head', () => {
    it('stores a replaced head whole, where the version is the expected one', async () => {
      const head = await inserted({ remindersSince: now });
      const { remindersSince: _gone, ...rest } = head;
      const changed = next({ ...rest, name: 'Renamed', timeOff: [] });
      expect(await open().replace(changed, 1)).toBe('replaced');
      expect(await open().byId(head.id)).toEqual(changed);
    });

    it('R28 is stored without the busy time of other calendars, which is read beside it', async () => {
      const head = await inserted();
      await open().replace(next(head, { outside: { revision: 1, sources: [] } }), 1);
      expect(await open().byId(head.id)).toEqual(next(head));
    });

    it('refuses a replaced head where another version is, or none', async () => {
      const head = await inserted();
      await open().replace(next(head, { bio: 'first' }), 1);
      expect(await open().replace(next(head, { bio: 'second' }), 1)).toBe('stale');
      expect(await open().replace(next(aHead()), 1)).toBe('stale');
      expect(await open().byId(head.id)).toMatchObject({ bio: 'first', version: 2 });
    });

    it('wins against others at the same moment, once', async () => {
      const head = await inserted();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, i) => open().replace(next(head, { bio: `${i}` }), 1)),
      );
      expect(outcomes.filter((outcome) => outcome === 'replaced')).toHaveLength(1);
      expect(await open().byId(head.id)).toMatchObject({ bio: `${outcomes.indexOf('replaced')}` });
    });

    it('lets a replaced head take a new slug, leaving the old one to others, but none that is in use', async () => {
      const [one, two] = [await inserted(), await inserted()];
      expect(await open().replace(next(two, { slug: one.slug }), 1)).toBe('slug_taken');
      expect(await open().byId(two.id)).toEqual(two);
      const renamed = next(two, { slug: `${two.slug}-new` });
      expect(await open().replace(renamed, 1)).toBe('replaced');
      expect([await open().idOfSlug(scope, renamed.slug), await open().idOfSlug(scope, two.slug)]).toEqual([
        two.id,
        null,
      ]);
    });
  });

  it('R45 finds a head with changed rules of reminders until reminders were made, and keeps the version', async () => {
    const owner: LedgerScope = { partnerId: anId(), mode: 'test' };
    await inserted(owner);
    const head = await inserted({ ...owner, remindersSince: now });
    expect(await open().withNewReminders(10, owner)).toEqual([head]);
    expect(await open().withNewReminders(10, { ...owner, mode: 'live' })).toEqual([]);
    expect((await open().withNewReminders(10_000)).map(({ id }) => id)).toContain(head.id);
    await open().remindersMade(head.id, plus(now, 1));
    expect(await open().withNewReminders(10, owner)).toHaveLength(1);
    await open().remindersMade(head.id, now);
    expect(await open().withNewReminders(10, owner)).toEqual([]);
    const { remindersSince: _, ...rest } = head;
    expect(await open().byId(head.id)).toEqual(rest);
  });

  describe('a list', () => {
    /** A partner with coaches of these names, in this order. */
    const partnerWith = async (names: readonly string[]): Promise<LedgerScope> => {
      const owner: LedgerScope = { partnerId: anId(), mode: 'live' };
      for (const name of names) await inserted({ ...owner, name });
      return owner;
    };
    const list = (query: Omit<CoachQuery, 'active'>) => open().list({ active: true, ...query });
    const namesOf = async (query: Omit<CoachQuery, 'active'>) => (await list(query)).coaches.map(({ name }) => name);

    it('lists the partner’s active coaches in that mode, whole, or the others', async () => {
      const owner: LedgerScope = { partnerId: anId(), mode: 'test' };
      const head = await inserted(owner);
      const resting = await inserted({ ...owner, active: false });
      await inserted({ ...owner, deletedAt: now });
      await inserted({ ...owner, mode: 'live' });
      await inserted({ partnerId: anId() });
      expect(await list({ ...owner, limit: 10 })).toEqual({ coaches: [head], total: 1 });
      expect(await open().list({ ...owner, active: false, limit: 10 })).toEqual({ coaches: [resting], total: 1 });
    });

    it('goes by name, case and accents apart, and then by id', async () => {
      const owner = await partnerWith(['zoe', 'Éva', 'Bob', 'eva', 'alma']);
      expect(await namesOf({ ...owner, limit: 10 })).toEqual(['alma', 'Bob', 'Éva', 'eva', 'zoe']);
    });

    it('goes on behind a position, among equal names too, and tells the total always', async () => {
      const owner = await partnerWith(['C', 'A', 'B', 'B', 'B']);
      const seen: CoachHead[] = [];
      for (;;) {
        const last = seen.at(-1);
        const page = await list({
          ...owner,
          limit: 2,
          ...(last && { after: { nameKey: nameKeyOf(last.name), id: last.id } }),
        });
        expect(page.total).toBe(5);
        if (page.coaches.length === 0) break;
        seen.push(...page.coaches);
      }
      expect(seen.map(({ name }) => name)).toEqual(['A', 'B', 'B', 'B', 'C']);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    });

    it('lists coaches by specialty when one is asked for, in any case, whole words only', async () => {
      const owner = await partnerWith(['No']);
      await inserted({ ...owner, name: 'Yes', specialties: ['Mobility', 'Kettlebell.*'] });
      expect(await namesOf({ ...owner, specialty: 'KETTLEBELL.*', limit: 10 })).toEqual(['Yes']);
      expect(await namesOf({ ...owner, specialty: 'Mobil', limit: 10 })).toEqual([]);
      expect(await namesOf({ ...owner, specialty: '.*', limit: 10 })).toEqual([]);
    });
  });
}
