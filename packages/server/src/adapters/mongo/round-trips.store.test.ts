import mongoose, { type Connection } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { dayLedger, headLedger } from '../../domain/booking/claim.ts';
import type { Bookings } from '../../application/ports/bookings.ts';
import type { LeadUpsert } from '../../application/ports/leads.ts';
import type { Ledgers } from '../../application/ports/ledgers.ts';
import { aBooking, aHead, aLedger, anId, bookingClaim, day, now, scope } from '../../../test/stores/fixtures.ts';
import { createMongoBookings } from './bookings/bookings.ts';
import { createMongoLeads } from './people/leads.ts';
import { createMongoLedgers } from './ledgers/ledgers.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('a round trip to the store', () => {
  let store: TestStores;
  let connection: Connection;
  let ledgers: Ledgers;
  let bookings: Bookings;
  const sent: string[] = [];
  beforeAll(async () => {
    store = await openTestStores();
    connection = await mongoose
      .createConnection(store.uri, { monitorCommands: true, autoIndex: false, autoCreate: false })
      .asPromise();
    ledgers = await createMongoLedgers(connection, store.sealing);
    bookings = await createMongoBookings(connection, store.sealing);
    connection.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName));
  });
  beforeEach(() => sent.splice(0));
  afterAll(async () => {
    await connection.close();
    await store.close();
  });

  it('takes one round trip for the first claim of a day', async () => {
    const [ledgerId, claim] = [aLedger(), bookingClaim()];
    expect(await ledgers.claim(scope, ledgerId, claim, { now })).toBe(true);
    expect(sent).toEqual(['update']);
    expect(await ledgers.claimsOf(ledgerId)).toEqual([claim]);
  });

  it('claims for all concurrent callers, and returns to each whether it has the time', async () => {
    const [ledgerId, other, claim] = [aLedger(), aLedger(), bookingClaim()];
    const inputs = [
      ledgers.claim(scope, ledgerId, claim, { now }),
      ledgers.claim(scope, other, bookingClaim(), { now }),
      ledgers.claim(scope, ledgerId, bookingClaim({ from: 9.5, to: 11 }), { now }),
      ledgers.claim(scope, ledgerId, bookingClaim({ from: 10, to: 11 }), { now }),
    ];
    expect(await Promise.all(inputs)).toEqual([true, true, false, true]);
    expect(sent).toEqual(['update', 'update']);
  });

  it('reads the coaches of all concurrent callers, and returns to each their own', async () => {
    const [one, other] = [aHead(), aHead()];
    for (const head of [one, other]) await store.stores.coaches.insert(head);
    const claim = bookingClaim();
    await ledgers.claim(scope, dayLedger(one.id, day), claim, { now });
    sent.splice(0);
    const reads = await Promise.all([
      ledgers.read(one.id, [day]),
      ledgers.read(other.id, [day]),
      ledgers.read(anId(), []),
    ]);
    expect(sent).toEqual(['find']);
    expect(reads).toEqual([
      { head: one, claims: [claim], places: [] },
      { head: other, claims: [], places: [] },
      { head: null, claims: [], places: [] },
    ]);
  });

  it('reads what was written before the call, after any earlier read', async () => {
    const head = aHead();
    await store.stores.coaches.insert(head);
    const early = ledgers.read(head.id, [day]);
    const claim = bookingClaim();
    await ledgers.claim(scope, dayLedger(head.id, day), claim, { now });
    const late = await ledgers.read(head.id, [day]);
    expect(late.claims).toEqual([claim]);
    expect((await early).head).toEqual(head);
  });

  it('saves leads for all concurrent callers, and a second one returns their ids', async () => {
    const leads = await createMongoLeads(connection, store.sealing, () => true);
    const lead = (emailKey: string, given: Partial<LeadUpsert> = {}): LeadUpsert => {
      const contact = { id: anId(), name: 'Ada', email: emailKey };
      return { ...scope, emailKey, contact, coachId: anId(), source: 'direct', newId: anId(), now, ...given };
    };
    const [ada, live, again, ben] = [
      lead('ada@a.example'),
      lead('ada@a.example', { mode: 'live' }),
      lead('ada@a.example'),
      lead('ben@a.example'),
    ];
    sent.splice(0);
    expect(await Promise.all([ada, live, again, ben].map(leads.upsert))).toEqual([
      ada.newId,
      live.newId,
      ada.newId,
      ben.newId,
    ]);
    expect(sent).toEqual(['update', 'find']);
    expect((await leads.byId(ada.newId))?.contacts).toEqual([ada.contact, again.contact]);
  });

  it('inserts concurrent bookings, each with its own result', async () => {
    const [one, other, taken] = [aBooking(), aBooking(), aBooking()];
    await bookings.insertVoid(scope, taken.id, now);
    sent.splice(0);
    const outcomes = await Promise.all([one, taken, other, { ...one, notes: 'late' }].map(bookings.insert));
    expect(outcomes).toEqual(['inserted', 'exists', 'inserted', 'exists']);
    expect(sent).toEqual(['insert']);
    expect(await bookings.find(one.id)).toEqual(one);
    expect(await bookings.find(other.id)).toEqual(other);
  });

  it('takes one round trip for each four weeks of statistics, and one for the period before', async () => {
    const booking = aBooking();
    await store.stores.bookings.insert(booking);
    const start = booking.time!.start;
    const query = { ...scope, coachId: booking.coachId, before: minus(start, 2), from: start, to: plus(start, 1), now };
    expect((await bookings.tally(query)).groups).toHaveLength(1);
    expect(sent).toEqual(['aggregate', 'aggregate']);
    sent.splice(0);
    expect((await bookings.tally({ ...query, to: plus(start, 29 * DAY) })).groups).toHaveLength(1);
    expect(sent).toHaveLength(3);
  });

  it('settles claims of several ledgers, existing or not', async () => {
    const [ledgerId, claim, second] = [aLedger(), bookingClaim(), bookingClaim({ from: 11, to: 12 })];
    for (const each of [claim, second]) await ledgers.claim(scope, ledgerId, each, { now });
    sent.splice(0);
    await Promise.all([
      ledgers.settle(ledgerId, claim.id),
      ledgers.settle(headLedger(anId()), anId()),
      ledgers.settle(ledgerId, second.id),
    ]);
    expect(sent).toEqual(['update']);
    expect((await ledgers.claimsOf(ledgerId)).map(({ settled }) => settled)).toEqual([true, true]);
  });
});
