import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { CoachHead } from '../../../domain/coach/coach.ts';
import type { Coaches } from '../../../application/ports/coaches.ts';
import { aHead as someHead, anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { createMongoCoaches, type SlugFaults } from './coaches.ts';
import { STRAY_AFTER, type SlugRow } from './slugs.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

type Step = Parameters<SlugFaults['at']>[0];

class Crash extends Error {}

const crashAt = (step: Step | null): SlugFaults => ({
  at: async (reached) => {
    if (reached === step) throw new Crash();
  },
});

/** Stops a writer at a step, once, until it is let go. */
const pauseAt = (step: Step) => {
  let [arrive, go] = [() => {}, () => {}];
  const reached = new Promise<void>((resolve) => (arrive = resolve));
  const going = new Promise<void>((resolve) => (go = resolve));
  const at: SlugFaults['at'] = (here) => {
    if (here !== step) return Promise.resolve();
    arrive();
    return going;
  };
  return { faults: { at }, reached, go };
};

describe.each([
  ['of live coaches', 'live', true],
  ['of test coaches (S26)', 'test', true],
  ['of test coaches while earlier releases may run (S26)', 'test', false],
] as const)('slugs in the store %s', (_, mode, isSeparate) => {
  const own = { ...scope, mode };
  let store: TestStores;
  let coaches: Coaches;
  let realTime: Instant;
  beforeAll(async () => {
    store = await openTestStores();
    coaches = await writer();
  });
  beforeEach(() => {
    realTime = now;
  });
  afterAll(() => store.close());

  const writer = (faults?: SlugFaults, skew = 0, writesSeparate: boolean = isSeparate): Promise<Coaches> =>
    createMongoCoaches(
      store.connection,
      store.sealing,
      () => writesSeparate,
      () => plus(realTime, skew),
      faults,
    );
  const aHead = (given: Partial<CoachHead> = {}) => someHead({ ...own, ...given });
  const idOf = (slug: string) => coaches.idOfSlug(own, slug);
  const rowId = (slug: string) => (mode === 'test' && isSeparate ? `test:${own.partnerId}:${slug}` : slug);
  const rowOf = (slug: string) => store.connection.collection<SlugRow>('slugs').findOne({ _id: rowId(slug) });
  const aSlug = () => `slug-${anId()}`;
  const changed = (head: CoachHead, given: Partial<CoachHead> = {}): CoachHead => ({
    ...head,
    version: head.version + 1,
    ...given,
  });
  const inserted = async (slug = aSlug()): Promise<CoachHead> => {
    const head = aHead({ slug });
    expect(await coaches.insert(head)).toBe('inserted');
    return head;
  };
  /** Runs a write that crashes at this step, of a new coach or of a rename. */
  const crashed = async (step: Step, write: (dying: Coaches) => Promise<unknown>): Promise<void> =>
    expect(write(await writer(crashAt(step)))).rejects.toBeInstanceOf(Crash);
  /** A write that stands at this step, and how to let it go on to its answer. */
  const paused = async <T>(step: Step, write: (slow: Coaches) => Promise<T>): Promise<() => Promise<T>> => {
    const pause = pauseAt(step);
    const answer = write(await writer(pause.faults));
    await pause.reached;
    return () => {
      pause.go();
      return answer;
    };
  };

  it('stores partner, mode, coach and the real time of the claim of a slug', async () => {
    const { id, slug } = aHead();
    const going = await paused('slug.claimed', (slow) => slow.insert(aHead({ id, slug })));
    expect(await rowOf(slug)).toEqual({ _id: rowId(slug), ...own, coachId: id, claimedAt: new Date(now) });
    expect(await going()).toBe('inserted');
  });

  describe('claimed in vain', () => {
    it('frees slugs that were claimed in vain at once', async () => {
      const [head, wanted] = [await inserted(), aSlug()];
      expect(await coaches.insert(aHead({ id: head.id, slug: wanted }))).toBe('id_taken');
      const going = await paused('slug.claimed', (slow) => slow.replace(changed(head, { slug: wanted }), 1));
      await coaches.replace(changed(head), 1);
      expect(await going()).toBe('stale');
      expect(await rowOf(wanted)).toBeNull();
    });

    it('claims no slug for a head of an unknown shape', async () => {
      const [head, wanted] = [await inserted(), aSlug()];
      const odd = changed(head, { slug: wanted, ...{ siesta: true } });
      await expect(coaches.insert({ ...odd, id: anId() })).rejects.toThrow(/siesta/);
      await expect(coaches.replace(odd, 1)).rejects.toThrow(/siesta/);
      expect(await rowOf(wanted)).toBeNull();
    });

    it('leaves a slug to a coach who carries it by now', async () => {
      const head = aHead();
      const going = await paused('slug.claimed', (slow) => slow.insert(head));
      expect(await coaches.insert(head)).toBe('inserted');
      expect(await going()).toBe('id_taken');
      expect(await idOf(head.slug)).toBe(head.id);
      expect(await coaches.insert(aHead({ slug: head.slug }))).toBe('slug_taken');
    });

    it('leaves a slug while another writer of the same coach is about to carry it', async () => {
      const [head, slug] = [await inserted(), aSlug()];
      const first = await paused('slug.claimed', (slow) => slow.replace(changed(head, { slug }), 1));
      await coaches.replace(changed(head), 1);
      const second = await paused('slug.claimed', (slow) => slow.replace(changed(changed(head), { slug }), 2));
      expect(await first()).toBe('stale');
      expect(await second()).toBe('replaced');
      expect(await idOf(slug)).toBe(head.id);
    });

    it('leaves a slug to the writer of the same coach who claimed it first', async () => {
      const [head, slug] = [await inserted(), aSlug()];
      const going = await paused('slug.claimed', (slow) => slow.replace(changed(head, { slug }), 1));
      expect(await coaches.insert({ ...head, slug })).toBe('id_taken');
      expect(await going()).toBe('replaced');
      expect(await idOf(slug)).toBe(head.id);
    });
  });

  describe('left by a crash', () => {
    it('replaces a slug that a crash left before the coach exists after two minutes', async () => {
      const head = aHead();
      await crashed('slug.claimed', (dying) => dying.insert(head));
      expect([await idOf(head.slug), await coaches.slugsLike(own, head.slug)]).toEqual([null, [head.slug]]);
      realTime = plus(realTime, STRAY_AFTER - 1);
      expect(await coaches.insert(aHead({ slug: head.slug }))).toBe('slug_taken');
      realTime = plus(realTime, 1);
      const successor = await inserted(head.slug);
      expect(await idOf(head.slug)).toBe(successor.id);
      expect(await coaches.insert(head)).toBe('slug_taken');
    });

    it('replaces a slug that a crash left before the coach carries it likewise, by a rename too', async () => {
      const [head, other, slug] = [await inserted(), await inserted(), aSlug()];
      await crashed('slug.claimed', (dying) => dying.replace(changed(head, { slug }), 1));
      expect(await idOf(slug)).toBeNull();
      expect(await coaches.replace(changed(other, { slug }), 1)).toBe('slug_taken');
      realTime = plus(realTime, STRAY_AFTER);
      expect(await coaches.replace(changed(other, { slug }), 1)).toBe('replaced');
      expect(await idOf(slug)).toBe(other.id);
      expect(await idOf(head.slug)).toBe(head.id);
    });

    it('frees a slug that a crash left once the coach carries another', async () => {
      const [head, slug] = [await inserted(), aSlug()];
      await crashed('slug.carried', (dying) => dying.replace(changed(head, { slug }), 1));
      expect([await idOf(slug), await idOf(head.slug)]).toEqual([head.id, null]);
      realTime = plus(realTime, HOUR);
      await inserted(head.slug);
    });

    it('returns a slug that a crash left to its own coach at once', async () => {
      const [fresh, head, slug] = [aHead(), await inserted(), aSlug()];
      await crashed('slug.claimed', (dying) => dying.insert(fresh));
      expect(await coaches.insert(fresh)).toBe('inserted');
      await crashed('slug.claimed', (dying) => dying.replace(changed(head, { slug }), 1));
      expect(await coaches.replace(changed(head, { slug }), 1)).toBe('replaced');
    });

    it('replaces no slug while a coach carries it', async () => {
      const head = aHead();
      await crashed('slug.carried', (dying) => dying.insert(head));
      realTime = plus(realTime, HOUR);
      expect(await coaches.insert(aHead({ slug: head.slug }))).toBe('slug_taken');
      expect(await coaches.insert(head)).toBe('id_taken');
      expect(await coaches.byId(head.id)).toEqual(head);
    });
  });

  describe('claimed concurrently', () => {
    it.each([
      ['a free one', async (_slug: string) => {}],
      [
        'a stray',
        async (slug: string) => {
          await crashed('slug.claimed', (dying) => dying.insert(aHead({ slug })));
          realTime = plus(realTime, STRAY_AFTER);
        },
      ],
    ])('gives a slug that is claimed concurrently to exactly one, renamed or new: %s', async (_, prepare) => {
      const slug = aSlug();
      const old = await Promise.all(Array.from({ length: 6 }, () => inserted()));
      await prepare(slug);
      const renames = old.map((head) => coaches.replace(changed(head, { slug }), 1));
      const inserts = Array.from({ length: 6 }, () => coaches.insert(aHead({ slug })));
      const outcomes = await Promise.all([...renames, ...inserts]);
      expect(outcomes.filter((outcome) => outcome !== 'slug_taken')).toHaveLength(1);
    });
  });

  describe('of a writer so slow that another replaced its claim', () => {
    it('gives a slow writer’s slug not to the new coach, who then does not exist', async () => {
      const head = aHead();
      const going = await paused('slug.claimed', (slow) => slow.insert(head));
      realTime = plus(realTime, STRAY_AFTER);
      const successor = await inserted(head.slug);
      expect(await going()).toBe('slug_taken');
      expect(await coaches.byId(head.id)).toBeNull();
      expect(await idOf(head.slug)).toBe(successor.id);
    });

    it('gives a slow writer’s slug not to the renamed coach, who keeps the old one', async () => {
      const [head, slug] = [await inserted(), aSlug()];
      const going = await paused('slug.claimed', (slow) => slow.replace(changed(head, { slug }), 1));
      realTime = plus(realTime, STRAY_AFTER);
      const successor = await inserted(slug);
      expect(await going()).toBe('stale');
      const kept = (await coaches.byId(head.id))!;
      expect(kept.slug).toBe(head.slug);
      expect(await coaches.replace(changed(kept, { slug }), kept.version)).toBe('slug_taken');
      expect(await idOf(slug)).toBe(successor.id);
    });

    it('gives a slow writer’s slug to the new coach when its head was written first', async () => {
      const head = aHead();
      const going = await paused('slug.carried', (slow) => slow.insert(head));
      realTime = plus(realTime, HOUR);
      expect(await coaches.insert(aHead({ slug: head.slug }))).toBe('slug_taken');
      expect(await going()).toBe('inserted');
    });
  });

  it('leaves a slug to a coach who took the old one back before it was removed', async () => {
    const [head, slug] = [await inserted(), aSlug()];
    const going = await paused('slug.carried', (slow) => slow.replace(changed(head, { slug }), 1));
    expect(await coaches.replace({ ...head, version: 3 }, 2)).toBe('replaced');
    expect(await going()).toBe('replaced');
    expect([await idOf(head.slug), await idOf(slug)]).toEqual([head.id, null]);
  });

  it(
    'gives no slug two coaches, and loses none, with any clocks, crashes and races',
    { timeout: 120_000 },
    async () => {
      const skews = [-10 * MINUTE, 0, 10 * MINUTE];
      const steps: readonly (Step | null)[] = [null, 'slug.claimed', 'slug.carried'];
      const writersOf = (writesSeparate: boolean) =>
        Promise.all(skews.map((skew) => Promise.all(steps.map((step) => writer(crashAt(step), skew, writesSeparate)))));
      // Where earlier releases may run, some processes find before others that none does any more.
      const forms = await Promise.all([isSeparate, true].map(writersOf));
      const index = (length: number) => fc.nat({ max: length - 1 });
      const write = fc.record({
        coach: index(5),
        slug: index(4),
        skew: index(skews.length),
        crash: index(steps.length),
        form: index(forms.length),
      });
      const unlessCrash = (error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      };
      await fc.assert(
        fc.asyncProperty(fc.array(write, { minLength: 2, maxLength: 10 }), async (writes) => {
          realTime = now;
          const old = [await inserted(), await inserted()];
          const slugs = [...old.map(({ slug }) => slug), aSlug(), aSlug()];
          const heads = [...old, ...Array.from({ length: 3 }, () => aHead())];
          await Promise.all(
            writes.map(async ({ coach, slug: input, skew, crash, form }) => {
              const [head, slug, isNew] = [heads[coach]!, slugs[input]!, coach >= old.length];
              // With clocks minutes apart, a new coach whose writer died before it confirmed may share its slug: see
              // the decision page.
              const by = forms[form]![skew]![isNew && crash === 2 ? 0 : crash]!;
              const seen = await coaches.byId(head.id);
              if (isNew) return by.insert({ ...head, slug }).catch(unlessCrash);
              return by.replace(changed(seen!, { slug }), seen!.version).catch(unlessCrash);
            }),
          );
          realTime = plus(realTime, HOUR);
          const stored = (await Promise.all(heads.map(({ id }) => coaches.byId(id)))).filter((head) => head !== null);
          for (const { id, slug } of stored) expect(await idOf(slug)).toBe(id);
          for (const slug of slugs.filter((each) => stored.every((head) => head.slug !== each))) await inserted(slug);
        }),
        { numRuns: 40 },
      );
    },
  );
});
