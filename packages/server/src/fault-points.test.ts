import { describe, expect, it } from 'vitest';
import { createMemoryState } from './adapters/memory/memory-state.ts';
import { createMemoryStores } from './adapters/memory/stores.ts';
import { killedAt, withFaultPoints } from './fault-points.ts';

const COACH = 'c'.repeat(24);
const noStores = () => createMemoryStores(createMemoryState());

describe('a fault point', () => {
  /** Reads places and then claims of a coach, and answers what happened when. */
  const reached = async (point: string): Promise<string[]> => {
    const seen: string[] = [];
    const { ledgers } = withFaultPoints(noStores(), { [point]: async () => void seen.push('point') });
    seen.push(`${(await ledgers.placesOf(COACH)).length} places`);
    seen.push(`${(await ledgers.claimsOf(COACH)).length} claims`);
    seen.push(`${(await ledgers.placesOf(COACH)).length} places`);
    return seen;
  };

  it.each([
    ['before ledgers.claimsOf', '0 places · point · 0 claims · 0 places'],
    ['after ledgers.placesOf', 'point · 0 places · 0 claims · point · 0 places'],
    ['after ledgers.placesOf, before ledgers.placesOf', '0 places · 0 claims · point · 0 places'],
    ['after ledgers.claimsOf, after ledgers.placesOf', '0 places · 0 claims · point · 0 places'],
    ['after ledgers.claimsOf, before ledgers.claimsOf', '0 places · 0 claims · 0 places'],
  ])('lets something happen at %s', async (point, order) => {
    expect((await reached(point)).join(' · ')).toBe(order);
  });

  it('lets nothing be asked when what happens throws', async () => {
    const stores = noStores();
    stores.ledgers.claimsOf = () => Promise.reject(new Error('asked'));
    const points = { 'before ledgers.claimsOf': () => Promise.reject(new Error('killed')) };
    await expect(withFaultPoints(stores, points).ledgers.claimsOf(COACH)).rejects.toThrow('killed');
  });

  it('leaves every other store, and what is given beside the stores, as they are', () => {
    const given = { ...noStores(), realNow: () => 1 };
    const { ledgers, ...others } = withFaultPoints(given, { 'after ledgers.claim': () => undefined });
    expect(Object.entries(others).every(([name, value]) => given[name as keyof typeof given] === value)).toBe(true);
    expect([ledgers === given.ledgers, ledgers.read === given.ledgers.read]).toEqual([false, true]);
  });

  it.each(['booking.claimed', 'after ledgers.clam', 'before nothing.find', 'after ledgers.claim,before ledgers.read'])(
    'throws where no call of a store is named: %s',
    (point) => {
      expect(() => withFaultPoints(noStores(), { [point]: () => undefined })).toThrow('is no step of a fault point');
    },
  );

  it('costs nothing, unless a fault point is set', () => {
    const stores = noStores();
    expect(killedAt(stores, undefined)).toBe(stores);
  });
});
