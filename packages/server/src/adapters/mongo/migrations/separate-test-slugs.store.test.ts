import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { Coaches } from '../../../application/ports/coaches.ts';
import { aHead, anId, now, scope } from '../../../../test/stores/fixtures.ts';
import type { CoachHead } from '../../../domain/coach/coach.ts';
import { createMongoCoaches, type SlugFaults } from '../coaches/coaches.ts';
import { STRAY_AFTER, type SlugRow } from '../coaches/slugs.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { contextOf } from './batches.ts';
import { separateTestSlugs } from './separate-test-slugs.ts';

/** Two processes while an upgrade is finished: one has not yet seen that test slugs are separate. */
describe('S26 test slugs of earlier releases', () => {
  let store: TestStores;
  let before: Coaches;
  let after: Coaches;
  let time: Instant;
  beforeEach(async () => {
    store = await openTestStores();
    time = now;
    [before, after] = [await writer(false), await writer(true)];
  });
  afterEach(() => store.close());

  const writer = (isApart: boolean, faults?: SlugFaults) =>
    createMongoCoaches(
      store.connection,
      store.sealing,
      () => isApart,
      () => time,
      faults,
    );
  const slugs = () => store.connection.collection<SlugRow>('slugs');
  const rows = async () =>
    (await slugs().find().sort({ _id: 1 }).toArray()).map(({ _id, coachId }) => [_id, coachId] as const);
  const separateId = (slug: string, { partnerId } = scope) => `test:${partnerId}:${slug}`;
  const migrated = () => {
    const lease = { renew: () => Promise.resolve(), release: () => Promise.resolve() };
    return separateTestSlugs.run(
      contextOf(
        (name) => store.connection.collection(name),
        'test-slugs-apart',
        lease,
        () => time,
      ),
    );
  };
  const inserted = async (by: Coaches, given: Partial<CoachHead> = {}): Promise<CoachHead> => {
    const head = aHead(given);
    expect(await by.insert(head)).toBe('inserted');
    return head;
  };

  it('finds and takes test slugs before they are moved and after, in each process', async () => {
    const [one, live] = [
      await inserted(before, { slug: 'kim' }),
      await inserted(before, { slug: 'lee', mode: 'live' }),
    ];
    const other = await inserted(before, { slug: 'kim-2', partnerId: anId() });
    expect(await rows()).toEqual([
      ['kim', one.id],
      ['kim-2', other.id],
      ['lee', live.id],
    ]);
    const claims = (await slugs().find().toArray()).map(({ claimedAt }) => claimedAt);
    for (const isMoved of [false, true]) {
      if (isMoved) await migrated();
      for (const by of isMoved ? [after] : [before, after]) {
        expect(await by.idOfSlug(scope, 'kim')).toBe(one.id);
        expect(await by.idOfSlug(other, 'kim-2')).toBe(other.id);
        expect(await by.idOfSlug(scope, 'kim-2')).toBeNull();
        expect(await by.idOfSlug({ mode: 'live' }, 'kim')).toBeNull();
        expect(await by.insert(aHead({ slug: 'kim' }))).toBe('slug_taken');
        expect(await by.insert(aHead({ slug: 'lee', mode: 'live' }))).toBe('slug_taken');
      }
      expect(await after.slugsLike(scope, 'kim')).toEqual(['kim']);
    }
    await migrated();
    const moved = new Map([
      ['lee', live.id],
      [separateId('kim'), one.id],
      [separateId('kim-2', other), other.id],
    ]);
    expect(new Map(await rows())).toEqual(moved);
    expect((await slugs().find().toArray()).map(({ claimedAt }) => claimedAt)).toEqual(expect.arrayContaining(claims));
    await inserted(after, { slug: 'kim', mode: 'live' });
    await inserted(after, { slug: 'kim-2' });
  });

  it('returns test slugs that conflict with a new name to each process', async () => {
    await inserted(before, { slug: 'kim' });
    await inserted(before, { slug: 'kim-2', partnerId: anId() });
    expect((await before.slugsLike(scope, 'kim')).toSorted()).toEqual(['kim', 'kim-2']);
    expect((await after.slugsLike({ mode: 'live' }, 'kim')).toSorted()).toEqual(['kim', 'kim-2']);
    expect(await after.slugsLike(scope, 'kim')).toEqual(['kim']);
  });

  it('gives a test slug one coach of a partner, whichever form was written first', async () => {
    await inserted(after, { slug: 'kim' });
    expect(await before.insert(aHead({ slug: 'kim' }))).toBe('slug_taken');
    await inserted(before, { slug: 'lee' });
    expect(await after.insert(aHead({ slug: 'lee' }))).toBe('slug_taken');
    expect((await rows()).map(([id]) => id)).toEqual(['lee', separateId('kim')]);
  });

  it('gives a test slug at most one coach when both forms are claimed at one moment', async () => {
    for (let n = 0; n < 30; n++) {
      const slug = `kim-${anId()}`;
      const inputs = [before, after, before, after].map((by) => by.insert(aHead({ slug })));
      const won = (await Promise.all(inputs)).filter((outcome) => outcome === 'inserted');
      expect(won.length).toBeLessThanOrEqual(1);
      if (won.length === 0) await inserted(n % 2 ? before : after, { slug });
    }
  });

  it('gives a test slug up in both forms by a rename', async () => {
    const head = await inserted(before, { slug: 'kim' });
    expect(await after.replace({ ...head, slug: 'lee', version: 2 }, 1)).toBe('replaced');
    expect(await rows()).toEqual([[separateId('lee'), head.id]]);
  });

  it('leaves a test slug to a new coach when it is moved before the writer confirms it', async () => {
    const slow = await writer(false, { at: (step) => (step === 'slug.carried' ? migrated() : Promise.resolve()) });
    const head = await inserted(slow, { slug: 'kim' });
    expect(await after.byId(head.id)).toEqual(head);
    expect(await rows()).toEqual([[separateId('kim'), head.id]]);
  });

  it('replaces a test slug that a crash left in the other form, and refuses its slow writer', async () => {
    const dying = await writer(false, { at: () => Promise.reject(new Error('killed')) });
    await expect(dying.insert(aHead({ slug: 'kim' }))).rejects.toThrow('killed');
    expect(await after.insert(aHead({ slug: 'kim' }))).toBe('slug_taken');
    expect((await rows()).map(([id]) => id)).toEqual(['kim']);
    const slowHead = aHead({ slug: 'lee' });
    const slow = await writer(false, {
      at: async (step) => {
        if (step !== 'slug.claimed') return;
        time = plus(time, STRAY_AFTER);
        await inserted(after, { slug: 'lee' });
      },
    });
    expect(await slow.insert(slowHead)).toBe('slug_taken');
    expect(await after.byId(slowHead.id)).toBeNull();
    const successor = await inserted(after, { slug: 'kim' });
    expect(await after.idOfSlug(scope, 'kim')).toBe(successor.id);
  });

  it('leaves a test slug while another coach is about to claim it, and refuses that coach', async () => {
    const rival = await writer(true, {
      at: async (step) => {
        if (step !== 'slug.claimed') return;
        // Of a process that was asleep since before it was opened.
        await slugs().insertOne({ _id: 'kim', ...scope, coachId: slept.id, claimedAt: new Date(time) });
        await migrated();
      },
    });
    const slept = aHead({ slug: 'kim' });
    const winner = await inserted(rival, { slug: 'kim' });
    expect(await rows()).toEqual([
      ['kim', slept.id],
      [separateId('kim'), winner.id],
    ]);
    expect(await after.idOfSlug(scope, 'kim')).toBe(winner.id);
  });
});
