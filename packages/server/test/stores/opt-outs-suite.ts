import { describe, expect, it } from 'vitest';
import type { OptOut, OptOutContact, OptOuts } from '../../src/application/ports/opt-outs.ts';
import { plus } from '@coach-booking/time/instant';
import { anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function optOutsSuite(open: () => OptOuts): void {
  const phone: OptOutContact = { channel: 'sms', address: '+12125550100' };
  const email: OptOutContact = { channel: 'email', address: 'ana@example.com' };

  describe('what a contact wants no more', () => {
    it('returns no opt-outs at first', async () => {
      expect(await open().of({ ...scope, partnerId: anId() }, phone)).toEqual(new Set());
    });

    it('separates opt-outs by partner, mode and channel', async () => {
      const of = { ...scope, partnerId: anId() };
      await open().add(of, phone, 'all', now);
      expect(await open().of(of, phone)).toEqual(new Set(['all']));
      expect(await open().of({ ...of, mode: 'live' }, phone)).toEqual(new Set());
      expect(await open().of({ ...of, partnerId: anId() }, phone)).toEqual(new Set());
      expect(await open().of(of, { ...phone, channel: 'email' })).toEqual(new Set());
      expect(await open().of(of, { ...phone, address: '+12125550101' })).toEqual(new Set());
    });

    it('stores opt-outs kind by kind, each once, also by several at the same moment', async () => {
      const of = { ...scope, partnerId: anId() };
      await Promise.all([1, 2, 3, 4].map(() => open().add(of, email, 'reminder', now)));
      await open().add(of, email, 'follow_up', now);
      expect(await open().of(of, email)).toEqual(new Set(['reminder', 'follow_up']));
    });

    it('removes an opt-out, and stores it again', async () => {
      const of = { ...scope, partnerId: anId() };
      await open().remove(of, email, 'reminder');
      await open().add(of, email, 'reminder', now);
      await open().add(of, email, 'follow_up', now);
      await open().remove(of, email, 'reminder');
      expect(await open().of(of, email)).toEqual(new Set(['follow_up']));
      await open().add(of, email, 'reminder', now);
      expect(await open().of(of, email)).toEqual(new Set(['reminder', 'follow_up']));
    });
  });

  describe('the list of what is not wanted', () => {
    const given = async () => {
      const of = { ...scope, partnerId: anId() };
      await open().add(of, email, 'reminder', now);
      await open().add(of, phone, 'all', plus(now, 2));
      await open().add(of, email, 'follow_up', plus(now, 1));
      await open().add({ ...of, mode: 'live' }, phone, 'all', now);
      await open().add({ ...of, partnerId: anId() }, phone, 'all', now);
      return of;
    };
    const words = (found: readonly OptOut[]) => found.map(({ channel, kind }) => `${channel} ${kind}`);

    it('lists opt-outs of one partner and mode, the newest first, page by page', async () => {
      const of = await given();
      const all = await open().list({ ...of, limit: 10 });
      expect(words(all)).toEqual(['sms all', 'email follow_up', 'email reminder']);
      expect(all.map(({ since }) => since - now)).toEqual([2, 1, 0]);
      expect(new Set(all.map(({ id }) => id)).size).toBe(3);
      const [first] = await open().list({ ...of, limit: 1 });
      expect(await open().list({ ...of, after: first!, limit: 1 })).toEqual([all[1]]);
      expect(await open().list({ ...of, after: all[2]!, limit: 5 })).toEqual([]);
    });

    it('lists each opt-out of one moment on one page', async () => {
      const of = { ...scope, partnerId: anId() };
      for (let n = 0; n < 7; n++) await open().add(of, { ...phone, address: `+1212555010${n}` }, 'all', now);
      const seen: OptOut[] = [];
      for (let after: OptOut | undefined; seen.length < 7; after = seen.at(-1)) {
        const next = await open().list({ ...of, ...(after && { after }), limit: 2 });
        expect(next.length).toBeGreaterThan(0);
        seen.push(...next);
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(7);
    });

    it('lists opt-outs of one contact', async () => {
      const of = await given();
      expect(words(await open().allOf(of, email))).toEqual(['email follow_up', 'email reminder']);
      expect(await open().allOf(of, { ...email, address: 'bo@example.com' })).toEqual([]);
    });

    it('loses what is removed by its id, once, and in its own partner and mode alone', async () => {
      const of = await given();
      const [stop] = await open().allOf(of, phone);
      expect(await open().byId(of, stop!.id)).toEqual(stop);
      for (const other of [
        { ...of, mode: 'live' as const },
        { ...of, partnerId: anId() },
      ]) {
        expect(await open().byId(other, stop!.id)).toBeNull();
        expect(await open().removeById(other, stop!.id)).toBe(false);
      }
      expect(await open().removeById(of, stop!.id)).toBe(true);
      expect(await open().removeById(of, stop!.id)).toBe(false);
      expect(await open().byId(of, stop!.id)).toBeNull();
      expect(await open().of(of, phone)).toEqual(new Set());
      expect(words(await open().list({ ...of, limit: 10 }))).toEqual(['email follow_up', 'email reminder']);
    });

    it('finds nothing under an id that is none', async () => {
      const of = await given();
      for (const id of ['', '.', 'x.reminder', '$where.all', 'x.__proto__', 'x.a.b']) {
        expect(await open().byId(of, id)).toBeNull();
        expect(await open().removeById(of, id)).toBe(false);
      }
    });
  });
}
