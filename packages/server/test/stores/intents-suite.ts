import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import {
  ABANDONED_AFTER,
  expired,
  INTENT_STORED_FOR,
  isListed,
  RECOVERABLE_FOR,
  withdrawn,
  type Intent,
  type IntentStatus,
} from '../../src/domain/recovery/intent.ts';
import type { Intents } from '../../src/application/ports/intents.ts';
import { anId, now, scope } from './fixtures.ts';

/** A captured intent with something in every field that one can have. */
export function anIntent(given: Partial<Intent> = {}): Intent {
  const id = given.id ?? anId();
  const changedAt = given.changedAt ?? now;
  return {
    ...scope,
    id,
    coachId: anId(),
    serviceId: anId(),
    start: plus(now, DAY),
    timeZone: 'Asia/Kathmandu',
    locale: 'en',
    utm: { source: 'newsletter' },
    contact: { name: 'Ana Diaz', email: `Ana.${id}@example.com`, phone: '+12125550100' },
    emailKey: `ana.${id}@example.com`,
    consent: { text: 'Coach A may write to me.', version: '1', channels: ['email', 'sms'], at: now },
    createdAt: changedAt,
    changedAt,
    abandonsAt: plus(changedAt, ABANDONED_AFTER),
    status: 'captured',
    attempts: [],
    uncounted: [],
    forgetAt: plus(now, INTENT_STORED_FOR),
    version: 1,
    ...given,
  };
}

/** One that is abandoned, with an attempt. */
export function anAbandoned(given: Partial<Intent> = {}): Intent {
  const { abandonsAt, ...intent } = anIntent({ changedAt: minus(now, DAY), ...given });
  return {
    ...intent,
    abandonsAt,
    abandonedAt: abandonsAt,
    status: 'pending',
    leadId: anId(),
    attempts: [{ at: now, messageType: 'email', by: 'coach', incentiveId: 'BCDFGHJK' }],
    ...given,
  };
}

const idsOf = (found: readonly Intent[]): string[] => found.map(({ id }) => id);

/** The tests that every implementation of the port passes. */
export function intentsSuite(open: () => Intents): void {
  const put = async (...intents: readonly Intent[]): Promise<void> => {
    for (const intent of intents) expect(await open().insert(intent)).toBe(true);
  };

  describe('intents', () => {
    it('returns what was stored, by id, e-mail and lead', async () => {
      const [captured, abandoned] = [anIntent(), anAbandoned()];
      await put(captured, abandoned);
      expect(await open().byId(captured.id)).toEqual(captured);
      expect(await open().byId(anId())).toBeNull();
      expect(await open().ofEmail(scope, abandoned.emailKey!)).toEqual([abandoned]);
      expect(await open().ofEmail({ ...scope, mode: 'live' }, abandoned.emailKey!)).toEqual([]);
      expect(await open().ofLead(scope, abandoned.leadId!)).toEqual([abandoned]);
      expect(await open().ofLead({ ...scope, partnerId: anId() }, abandoned.leadId!)).toEqual([]);
    });

    it('takes one captured intent of a person for a service of a coach', async () => {
      const first = anIntent();
      const { coachId, serviceId, emailKey, contact } = first;
      const same = { coachId, serviceId, ...(emailKey && { emailKey }), ...(contact && { contact }) };
      await put(first);
      expect(await open().insert(anIntent({ id: first.id }))).toBe(false);
      expect(await open().insert(anIntent(same))).toBe(false);
      await put(anIntent({ ...same, serviceId: anId() }), anIntent({ ...same, mode: 'live' }), anAbandoned(same));
      const other = anIntent({ ...same, coachId: anId() });
      await put(other);
      expect(await open().replace({ ...other, coachId }, 1)).toBe('duplicate');
      expect(await open().byId(other.id)).toEqual(other);
      expect(idsOf(await open().ofEmail(scope, emailKey!))).toHaveLength(4);
    });

    it('takes one of the same intents that are stored at once', async () => {
      const first = anIntent();
      const twins = Array.from({ length: 8 }, () => ({ ...first, id: anId() }));
      const stored = await Promise.all(twins.map((twin) => open().insert(twin)));
      expect(stored.filter(Boolean)).toHaveLength(1);
    });

    it('replaces what was read, and removes it, unless it was written since', async () => {
      const intent = anIntent();
      await put(intent);
      expect(await open().replace({ ...intent, locale: 'de' }, 1)).toBe('replaced');
      expect(await open().replace({ ...intent, locale: 'fr' }, 1)).toBe('stale');
      expect(await open().byId(intent.id)).toEqual({ ...intent, locale: 'de', version: 2 });
      expect(await open().remove(intent)).toBe(false);
      expect(await open().remove({ ...intent, version: 2 })).toBe(true);
      expect(await open().byId(intent.id)).toBeNull();
      expect(await open().replace(intent, 2)).toBe('stale');
    });

    it('finds nothing by the address once it is withdrawn', async () => {
      const intent = anAbandoned();
      await put(intent);
      const bare = withdrawn(intent, anId(), now);
      await open().replace(bare, 1);
      expect(await open().ofEmail(scope, intent.emailKey!)).toEqual([]);
      expect(await open().byId(intent.id)).toEqual({ ...bare, version: 2 });
    });

    it('returns what is due, the longest due first, of a mode, partner or coach', async () => {
      const of = { partnerId: anId(), coachId: anId() };
      const later = anIntent({ ...of, changedAt: plus(now, MINUTE) });
      const sooner = anIntent({ ...of, changedAt: now });
      const uncounted = anAbandoned({ ...of, uncounted: ['abandoned'] });
      const waiting = anAbandoned({ ...of });
      const over = expired(anAbandoned({ ...of }));
      const live = anIntent({ ...of, mode: 'live' });
      await put(later, sooner, uncounted, waiting, over, live);
      const due = async (dueBy = plus(now, 31 * MINUTE), more = {}) =>
        idsOf(await open().due({ mode: 'test', partnerId: of.partnerId, dueBy, limit: 10, ...more }));
      expect(await due()).toEqual([uncounted.id, sooner.id, later.id]);
      expect(await due(plus(now, 30 * MINUTE))).toEqual([uncounted.id, sooner.id]);
      expect(await due(plus(now, 31 * MINUTE), { limit: 1 })).toEqual([uncounted.id]);
      expect(await due(plus(now, 31 * MINUTE), { coachId: anId() })).toEqual([]);
      expect(await due(plus(now, 8 * DAY))).toEqual([uncounted.id, sooner.id, later.id, waiting.id]);
      expect(await due(plus(now, DAY), { mode: 'live' })).toEqual([live.id]);
    });

    it('lists the abandoned ones of a coach as they stand, the last first, page by page', async () => {
      const coachId = anId();
      const aged = (days: number) => minus(now, days * DAY);
      const all = [
        anIntent({ coachId }),
        anIntent({ coachId, changedAt: aged(1) }),
        anIntent({ coachId, changedAt: aged(9) }),
        anAbandoned({ coachId, changedAt: aged(2) }),
        anAbandoned({ coachId, changedAt: aged(2) }),
        anAbandoned({ coachId, changedAt: aged(10), status: 'recovery_sent' }),
        anAbandoned({ coachId, changedAt: aged(3), status: 'recovery_sent' }),
        anAbandoned({ coachId, changedAt: aged(4), status: 'recovered', recoveredBy: anId() }),
        anAbandoned({ coachId, changedAt: aged(11), status: 'expired' }),
        withdrawn(anAbandoned({ coachId, changedAt: aged(5) }), anId(), now),
        withdrawn(anIntent({ coachId, changedAt: aged(6) }), anId(), now),
      ];
      await put(...all, anAbandoned({}));
      const list = (more = {}) => open().list({ ...scope, coachId, now, limit: 100, ...more });
      const statuses: (IntentStatus | undefined)[] = [
        undefined,
        'captured',
        'pending',
        'recovery_sent',
        'recovered',
        'expired',
        'withdrawn',
      ];
      for (const status of statuses) {
        const wanted = all
          .filter((intent) => isListed(intent, now, status))
          .sort((a, b) => b.abandonsAt - a.abandonsAt || (a.id < b.id ? 1 : -1));
        const { intents, total } = await list(status && { status });
        expect([status, idsOf(intents), total]).toEqual([status, idsOf(wanted), wanted.length]);
      }
      const { intents: whole } = await list();
      const paged: string[] = [];
      for (let after: object = {}; ;) {
        const { intents, total } = await list({ ...after, limit: 2 });
        expect(total).toBe(whole.length);
        paged.push(...idsOf(intents));
        const last = intents.at(-1);
        if (!last) break;
        after = { after: { at: last.abandonsAt, id: last.id } };
      }
      expect(paged).toEqual(idsOf(whole));
      // At the very end of the seven days it is over.
      const edge = { now: plus(all[3]!.abandonsAt, RECOVERABLE_FOR), status: 'expired' };
      expect(idsOf((await list(edge)).intents)).toContain(all[3]!.id);
    });

    it('forgets the bookings that recovered intents', async () => {
      const [bookingId, other] = [anId(), anId()];
      const recovered = anAbandoned({ status: 'recovered', recoveredBy: bookingId });
      const kept = anAbandoned({ status: 'recovered', recoveredBy: other });
      await put(recovered, kept);
      await open().forgetBookings(scope, [bookingId]);
      await open().forgetBookings({ ...scope, mode: 'live' }, [other]);
      await open().forgetBookings(scope, []);
      const { recoveredBy: _recoveredBy, ...rest } = recovered;
      expect(await open().byId(recovered.id)).toEqual({ ...rest, version: 2 });
      expect(await open().byId(kept.id)).toEqual(kept);
    });
  });
}
