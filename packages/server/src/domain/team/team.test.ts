import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Service } from '../coach/coach.ts';
import { mergeStarts } from './merge-starts.ts';
import { teamServiceOf, teamServices } from './team-offer.ts';

const service = (slug: string, more: Partial<Service> = {}): Service => ({
  id: `id-${slug}`,
  slug,
  title: slug,
  duration: 60,
  locationKind: 'online',
  ...more,
});
const coach = (id: string, ...services: Service[]) => ({
  id,
  services: services.map((one) => ({ ...one, id: `${id}-${one.slug}` })),
});

describe('teamServices', () => {
  it('returns each service once, in the order of the first coach who offers it', () => {
    const team = [coach('a', service('strength')), coach('b', service('yoga'), service('strength'))];
    const found = teamServices(team).map(({ offers }) => [...offers].map(([id, { id: offered }]) => [id, offered]));
    expect(found).toEqual([
      [
        ['a', 'a-strength'],
        ['b', 'b-strength'],
      ],
      [['b', 'b-yoga']],
    ]);
  });

  it.each<[string, Partial<Service>, boolean]>([
    ['the same', {}, true],
    ['another title', { title: 'Power' }, true],
    ['other buffers', { bufferBefore: 15, bufferAfter: 15, slotInterval: 15 }, true],
    ['another length', { duration: 45 }, false],
    ['another price', { price: { amount: 1, currency: 'EUR' } }, false],
    ['another kind of place', { locationKind: 'in_person' }, false],
    ['a place of its own', { place: { address: 'Pier 1' } }, false],
    ['one that is no longer offered', { deletedAt: instant(1) }, false],
  ])('counts a service with %s as the same: %#', (_, more, isSame) => {
    const found = teamServiceOf([coach('a', service('strength')), coach('b', service('strength', more))]);
    expect(found?.offers.has('b')).toBe(isSame);
  });

  it('compares prices whatever the order of their fields', () => {
    const eur = service('x', { price: { amount: 1, currency: 'EUR' } });
    const turned = service('x', { price: { currency: 'EUR', amount: 1 } });
    expect(teamServiceOf([coach('a', eur), coach('b', turned)])?.offers.size).toBe(2);
  });

  it('gives the reason why a coach takes no part', () => {
    const team = [coach('a', service('x')), coach('b', service('x', { duration: 30 })), coach('c', service('y'))];
    expect(teamServiceOf(team, 'x')?.leftOut).toEqual([
      { coachId: 'b', reason: 'terms_differ' },
      { coachId: 'c', reason: 'service_missing' },
    ]);
  });

  it('finds a service by its slug, by its id with any coach, and the first one without either', () => {
    const team = [coach('a', service('x'), service('y')), coach('b', service('y'))];
    const firsts = ['y', 'b-y', undefined, 'z'].map((wanted) => teamServiceOf(team, wanted)?.offers.get('a')?.slug);
    expect(firsts).toEqual(['y', 'y', 'x', undefined]);
    expect(teamServiceOf([coach('a')])).toBeUndefined();
  });
});

describe('mergeStarts', () => {
  it('returns each start once, with who has it free in the order of the coaches', () => {
    const merged = mergeStarts([
      { coachId: 'b', starts: [2, 4] },
      { coachId: 'a', starts: [1, 2] },
      { coachId: 'c', starts: [] },
    ]);
    expect(merged).toEqual([
      { start: 1, coachIds: ['a'] },
      { start: 2, coachIds: ['b', 'a'] },
      { start: 4, coachIds: ['b'] },
    ]);
  });

  it('loses no start of a coach and adds none', () => {
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 50 })).map((some) => some.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(starts, { maxLength: 5 }), (all) => {
        const coaches = all.map((one, index) => ({ coachId: String(index), starts: one }));
        const merged = mergeStarts(coaches);
        for (const { coachId, starts: own } of coaches)
          expect(merged.filter(({ coachIds }) => coachIds.includes(coachId)).map(({ start }) => start)).toEqual(own);
        expect(merged.map(({ start }) => start)).toEqual([...new Set(all.flat())].toSorted((a, b) => a - b));
        expect(merged.every(({ coachIds }) => coachIds.length > 0)).toBe(true);
      }),
    );
  });
});
