import { describe, expect, it } from 'vitest';
import { parseInstant, plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type {
  AccountOfCoach,
  RecordAdapter,
  RecordSession,
} from '../../src/application/ports/external-record-adapters.ts';
import { anId } from '../stores/fixtures.ts';

/** An adapter over a fake of its provider, which the suite may use as it likes. */
export interface AdapterUnderTest {
  readonly adapter: RecordAdapter;
  readonly account: AccountOfCoach;
  /** Lets the provider do the next write and lose its answer. */
  loseNextAnswer(): void;
  /** Removes it at the provider, as its owner would. Undefined where the provider's owner cannot. */
  removeThere(id: string): unknown;
}

/** Returns a session of a booking. */
export function aSession(given: Partial<RecordSession> = {}): RecordSession {
  const start = parseInstant('2026-12-14T13:00:00Z');
  const time = { start, end: plus(start, HOUR), timeZone: 'America/New_York' };
  return { bookingId: anId(), title: 'Call · Coach A', ...time, status: 'confirmed', version: 1, ...given };
}

/** The tests that the adapter of every provider passes, over a fake that holds the provider's own schema. */
export function externalRecordAdapterSuite(name: string, open: () => Promise<AdapterUnderTest>): void {
  describe(`records at ${name}`, () => {
    it('finds records by their booking once they were made, and by no other', async () => {
      const { adapter, account } = await open();
      const session = aSession();
      expect(await adapter.find(account, session.bookingId)).toBeNull();
      const made = await adapter.create(account, session);
      expect((await adapter.find(account, session.bookingId))?.id).toBe(made.id);
      expect(await adapter.find(account, anId())).toBeNull();
    });

    it('keeps the id of records that are changed', async () => {
      const { adapter, account } = await open();
      const session = aSession();
      const made = await adapter.create(account, session);
      const moved = { ...session, start: plus(session.start, DAY), end: plus(session.end, DAY), version: 2 };
      const changed = await adapter.update(account, made, moved);
      expect(changed.id).toBe(made.id);
      expect((await adapter.update(account, changed, session)).id).toBe(made.id);
    });

    it('reports changed records as gone that were removed there, and removes them without a complaint', async () => {
      const { adapter, account, removeThere } = await open();
      const session = aSession();
      const made = await adapter.create(account, session);
      await removeThere(made.id);
      await expect(adapter.update(account, made, session)).rejects.toMatchObject({ kind: 'gone' });
      expect(await adapter.find(account, session.bookingId)).toBeNull();
      await adapter.remove(account, made);
    });

    it('removes records once, however often that is asked', async () => {
      const { adapter, account } = await open();
      const session = aSession();
      const made = await adapter.create(account, session);
      await adapter.remove(account, made);
      await adapter.remove(account, made);
      expect(await adapter.find(account, session.bookingId)).toBeNull();
    });

    it('makes records again for the same booking once they were removed', async () => {
      const { adapter, account } = await open();
      const session = aSession();
      await adapter.remove(account, await adapter.create(account, session));
      const again = await adapter.create(account, session);
      expect((await adapter.find(account, session.bookingId))?.id).toBe(again.id);
    });

    it('does not know of records whose answer is missing, and then finds them', async () => {
      const { adapter, account, loseNextAnswer } = await open();
      const session = aSession();
      loseNextAnswer();
      await expect(adapter.create(account, session)).rejects.toMatchObject({ kind: 'unknown' });
      expect(await adapter.find(account, session.bookingId)).not.toBeNull();
    });
  });
}
