import { describe, expect, it } from 'vitest';
import type { Booking, HistoryEntry } from '../../src/domain/booking/booking.ts';
import type { BookingStatus } from '../../src/domain/booking/status.ts';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { BookingChange, Bookings } from '../../src/application/ports/bookings.ts';
import { aBooking, aLedger, anId, at, day, now, scope } from './fixtures.ts';

const moved = { start: at(30), end: at(31.5), local: { date: '2098-06-03', hour: 6, weekday: 2 } } as const;

const changeTo = (set: BookingChange['set'], release?: BookingChange['release']): BookingChange => ({
  set,
  ...(release && { release }),
  history: {
    type: 'rescheduled',
    at: plus(now, 1),
    by: 'coach',
    from: 'confirmed',
    to: 'scheduled',
    originalStart: at(9),
    newStart: at(30),
    reason: '',
  },
  event: {
    id: anId(),
    type: 'booking.rescheduled',
    at: plus(now, 1),
    data: { status: 'scheduled', by: 'coach', start: at(30), originalStart: at(9), reason: '', notify: false },
  },
});

/** A booking in which nothing is left out. */
const wholeBooking = (): Booking =>
  aBooking({
    video: { provider: 'jitsi', url: 'https://meet.fit.example' },
    serviceId: anId(),
    placeNumber: 3,
    summary: 'A session with somebody',
    answers: { 'How did you hear of us?': 'a.friend', $odd: '' },
    intake: {
      answers: [
        { id: 'injuries', kind: 'text', label: 'Any injuries?', version: 2, health: true, value: 'knee' },
        { id: 'days', kind: 'several', label: 'Which days?', version: 1, value: ['Mon', 'Fri'] },
      ],
      consent: { text: 'I agree.', url: 'https://fit.example/privacy', version: 1, at: now },
    },
    consent: true,
    language: 'ar',
    utm: { source: 'news', campaign: 'spring' },
    referrer: 'https://fit.example/coaches?x=1',
    locationKind: 'in_person',
    place: { name: 'Harbour Gym', address: '12 Pier Street', hint: 'Ring.' },
    status: 'cancelled',
    cancelledAt: now,
    cancelledBy: 'attendee',
    cancellationReason: 'Ill',
    rescheduleOffered: false,
    releasing: [{ id: 'r', ledgers: [aLedger(), aLedger()] }],
    releasingAt: now,
  });

/** The tests that every implementation of the port passes. */
export function bookingsSuite(open: () => Bookings): void {
  const inserted = async (given: Partial<Booking> = {}): Promise<Booking> => {
    const booking = aBooking(given);
    await open().insert(booking);
    return booking;
  };

  describe('what a booking tells of a person', () => {
    it('writes or removes personal fields by compare-and-set, and nothing else', async () => {
      const booking = wholeBooking();
      await open().insert(booking);
      const { summary, answers, intake, consent, utm, place, cancellationReason, ...kept } = booking;
      const gone = {
        summary: undefined,
        answers: undefined,
        intake: undefined,
        consent: undefined,
        utm: undefined,
        place: undefined,
        cancellationReason: undefined,
      };
      const fields = {
        attendee: { kind: 'client', id: anId() } as const,
        notes: '',
        language: 'de',
        referrer: '',
        manageNonce: 'another',
        history: booking.history.map(({ reason: _, ...step }) => step),
      };
      const outbox = booking.outbox.map(({ data: { reason: _, ...data }, ...event }) => ({ ...event, data }));
      const expected = { ...kept, ...fields, outbox, version: booking.version + 1 };
      expect([summary, answers, intake, consent, utm, place, cancellationReason]).not.toContain(undefined);
      const options = { redactOutbox: true };
      expect(await open().amend(booking, booking.version, { ...fields, ...gone }, options)).toEqual(expected);
      expect(await open().amend(booking, booking.version, { notes: 'Late' })).toBeNull();
      expect(await open().find(booking.id)).toEqual(expected);
    });

    it('replaces the answers of a booking', async () => {
      const booking = await inserted();
      const answers = { 'How did you hear of us?': 'a.friend' };
      expect(await open().amend(booking, booking.version, { answers })).toMatchObject({ answers });
      expect(await open().amend({ ...scope, id: anId() }, 1, { answers })).toBeNull();
    });

    it('finds bookings by their attendee, with a time or without', async () => {
      const id = anId();
      const attendee = { kind: 'lead', id, contactId: 'c' } as const;
      const { time: _, ...timeless } = aBooking({ attendee });
      const [one, two] = [await inserted({ attendee }), timeless as Booking];
      await open().insert(two);
      await inserted({ attendee, mode: 'live' });
      await inserted({ attendee, partnerId: anId() });
      await inserted();
      expect(await open().ofAttendee(scope, id)).toEqual([one, two].sort((a, b) => (a.id < b.id ? -1 : 1)));
    });
  });

  it('finds bookings by their ids together, in one partner and mode, and no void', async () => {
    const [one, two, live, other] = [
      aBooking(),
      aBooking(),
      aBooking({ mode: 'live' }),
      aBooking({ partnerId: anId() }),
    ];
    for (const booking of [one, two, live, other]) await open().insert(booking);
    const gone = anId();
    await open().insertVoid(scope, gone, now);
    const found = await open().byIds(
      scope,
      [one, two, live, other, { id: gone }, { id: anId() }].map(({ id }) => id),
    );
    expect([...found].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      [one, two].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(await open().byIds(scope, [])).toEqual([]);
  });

  it('finds the ids among some that are of bookings with one coach', async () => {
    const coachId = anId();
    const [mine, live] = [aBooking({ coachId }), aBooking({ coachId, mode: 'live' })];
    const others = [live, aBooking({ coachId, partnerId: anId() }), aBooking(), aBooking({ coachId })];
    for (const booking of [mine, ...others]) await open().insert(booking);
    const asked = [mine, ...others.slice(0, -1), { id: anId() }].map(({ id }) => id);
    expect(await open().idsWithCoach(scope, coachId, asked)).toEqual([mine.id]);
    expect(await open().idsWithCoach(scope, coachId, [])).toEqual([]);
  });

  describe('a booking', () => {
    it.each<[string, () => Booking]>([
      ['with everything', wholeBooking],
      ['with what it needs', aBooking],
      ['of a place alone', () => ({ ...aBooking(), time: undefined, placeNumber: 1, claims: [] })],
      [
        'of a client, run by somebody of the team',
        () => aBooking({ attendee: { kind: 'client', id: anId() }, staffId: anId() }),
      ],
      ['whose campaign says nothing', () => aBooking({ utm: {}, answers: {} })],
    ])('finds a booking %s as it was inserted', async (_, make) => {
      const booking = make();
      expect(await open().insert(booking)).toBe('inserted');
      expect(await open().find(booking.id)).toEqual(booking);
    });

    it('returns null for a booking that does not exist', async () => {
      expect(await open().find(anId())).toBeNull();
    });

    it('inserts a booking once: the first of many stays as it was', async () => {
      const id = anId();
      const wanted = Array.from({ length: 10 }, (_, i) => aBooking({ id, notes: `${i}` }));
      const outcomes = await Promise.all(wanted.map((booking) => open().insert(booking)));
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
      expect(await open().find(id)).toEqual(wanted[outcomes.indexOf('inserted')]);
    });
  });

  it('gives a booking another local time in place, unless it begins at another instant by now (R22)', async () => {
    const booking = aBooking();
    await open().insert(booking);
    const local = { date: day, hour: 10, weekday: 1 } as const;
    await open().setLocal(booking, at(8), local);
    await open().setLocal({ ...booking, partnerId: anId() }, at(9), local);
    expect(await open().find(booking.id)).toEqual(booking);
    await open().setLocal(booking, at(9), local);
    expect(await open().find(booking.id)).toEqual({ ...booking, time: { ...booking.time!, local } });
  });

  it('notes what became of a meeting, which is no change of the booking, unless something later is known', async () => {
    const made = { provider: 'zoom', settings: { waitingRoom: true, autoRecording: 'cloud' } } as const;
    const fallback = { provider: 'fixed', url: 'https://meet.example/room' } as const;
    const booking = aBooking({ video: { ...made, fallback } });
    await open().insert(booking);
    const ready = { state: 'ready', joinUrl: 'https://zoom.example/j/1', password: '123456', revision: 4 } as const;
    await open().setMeeting({ ...booking, partnerId: anId() }, ready);
    expect(await open().find(booking.id)).toEqual(booking);
    await open().setMeeting(booking, { state: 'preparing', revision: 3 });
    await open().setMeeting(booking, ready);
    await open().setMeeting(booking, { state: 'failed', revision: 3 });
    expect(await open().find(booking.id)).toEqual({ ...booking, meeting: ready });
    await open().setMeeting(booking, { state: 'failed', revision: 5 });
    expect(await open().find(booking.id)).toEqual({ ...booking, meeting: { state: 'failed', revision: 5 } });
  });

  describe('a void', () => {
    it('keeps its id from every booking, and from another void', async () => {
      const id = anId();
      expect(await open().insertVoid(scope, id, now)).toBe('inserted');
      expect(await open().insertVoid(scope, id, now)).toBe('exists');
      expect(await open().insert(aBooking({ id }))).toBe('exists');
      expect(await open().find(id)).toEqual({ id, kind: 'void' });
    });

    it('does not replace a booking', async () => {
      const booking = await inserted();
      expect(await open().insertVoid(scope, booking.id, now)).toBe('exists');
      expect(await open().find(booking.id)).toEqual(booking);
    });

    it('keeps one of a void and a booking at the same moment', async () => {
      for (let i = 0; i < 10; i++) {
        const booking = aBooking();
        const [asBooking, asVoid] = await Promise.all([
          open().insert(booking),
          open().insertVoid(scope, booking.id, now),
        ]);
        expect([asBooking, asVoid].sort()).toEqual(['exists', 'inserted']);
        expect((await open().find(booking.id))?.kind).toBe(asBooking === 'inserted' ? 'booking' : 'void');
      }
    });

    it('lets a void neither be changed nor bumped nor listed', async () => {
      const id = anId();
      await open().insertVoid(scope, id, now);
      expect(await open().change({ ...scope, id }, 1, changeTo({ status: 'scheduled' }))).toBeNull();
      expect(await open().bump(id, 1)).toBe(false);
      await open().clearReleasing(id, ['c']);
      expect(await open().find(id)).toEqual({ id, kind: 'void' });
    });
  });

  describe('a change', () => {
    it('sets, appends, raises the version, and answers what is stored', async () => {
      const booking = await inserted();
      const claims = [{ id: 'new', ledgers: [aLedger()] }];
      const change = changeTo(
        { status: 'scheduled', time: moved, duration: 90, claims, notes: '$notes', scheduleVersion: 7 },
        { refs: booking.claims, realNow: plus(now, 2) },
      );
      const changed = await open().change(booking, 1, change);
      expect(changed).toEqual({
        ...booking,
        ...change.set,
        releasing: booking.claims,
        releasingAt: now + 2,
        history: [...booking.history, change.history],
        outbox: [...booking.outbox, change.event],
        version: 2,
      });
      expect(await open().find(booking.id)).toEqual(changed);
    });

    it('stores of a cancelled booking who and when, and no claims', async () => {
      const booking = await inserted();
      const set = {
        status: 'cancelled',
        claims: [],
        cancelledAt: now,
        cancelledBy: 'partner',
        cancellationReason: '',
        rescheduleOffered: true,
      } as const;
      expect(await open().change(booking, 1, changeTo(set))).toMatchObject({ ...set, version: 2 });
    });

    it.each<[HistoryEntry['type'], BookingStatus]>([
      ['updated', 'confirmed'],
      ['confirmed', 'confirmed'],
      ['started', 'in_progress'],
      ['completed', 'completed'],
      ['no_show', 'no_show'],
      ['undone', 'confirmed'],
    ])('records that it was %s', async (type, status) => {
      const booking = await inserted();
      const history = { type, at: now, by: 'staff', from: booking.status, to: status } as const;
      const event = { id: anId(), type: `booking.${type}`, at: now, data: { status, by: 'staff' } } as const;
      expect(await open().change(booking, 1, { set: { status }, history, event })).toMatchObject({
        status,
        history: [{}, history],
        outbox: [{}, event],
      });
    });

    it('gives it to somebody of the team, and takes it back', async () => {
      const booking = await inserted();
      const staffId = anId();
      const change = (given: string | null): BookingChange => ({
        set: { staffId: given ?? undefined, policy: { ...booking.policy, bufferAfter: 20 } },
        history: { type: 'updated', at: now, by: 'coach', to: 'confirmed', staffId: given },
        event: {
          id: anId(),
          type: 'booking.updated',
          at: now,
          data: { status: 'confirmed', by: 'coach', staffId: given },
        },
      });
      expect(await open().change(booking, 1, change(staffId))).toMatchObject({
        staffId,
        policy: { bufferAfter: 20 },
        history: [{}, { staffId }],
        outbox: [{}, { data: { staffId } }],
      });
      const back = await open().change(booking, 2, change(null));
      expect(back).toMatchObject({
        history: [{}, {}, { staffId: null }],
        outbox: [{}, {}, { data: { staffId: null } }],
      });
      expect(back).not.toHaveProperty('staffId', expect.anything());
    });

    it('takes away what it sets to nothing', async () => {
      const booking = await inserted({ cancellationReason: 'Ill', cancelledAt: now });
      await open().change(
        booking,
        1,
        changeTo({ cancellationReason: undefined, cancelledAt: undefined, time: undefined }),
      );
      const changed = await open().find(booking.id);
      expect(changed).toMatchObject({ version: 2, notes: booking.notes });
      for (const name of ['cancellationReason', 'cancelledAt', 'time'])
        expect(changed).not.toHaveProperty(name, expect.anything());
    });

    it('refuses a change of a booking that was changed before, and leaves nothing of it', async () => {
      const booking = await inserted();
      const changed = await open().change(booking, 1, changeTo({ notes: 'first' }));
      expect(await open().change(booking, 1, changeTo({ notes: 'second' }))).toBeNull();
      expect(await open().change({ ...scope, id: anId() }, 1, changeTo({ notes: 'nobody’s' }))).toBeNull();
      expect(await open().find(booking.id)).toEqual(changed);
    });

    it('refuses a change of another partner’s or another mode’s booking', async () => {
      const booking = await inserted();
      for (const elsewhere of [{ partnerId: anId() }, { mode: 'live' as const }]) {
        expect(await open().change({ ...booking, ...elsewhere }, 1, changeTo({ notes: 'nobody’s' }))).toBeNull();
        expect(await open().amend({ ...booking, ...elsewhere }, 1, { notes: 'nobody’s' })).toBeNull();
      }
      expect(await open().find(booking.id)).toEqual(booking);
    });

    it('lets one of several changes at the same moment win', async () => {
      const booking = await inserted();
      const writers = Array.from({ length: 20 }, (_, i) =>
        i % 2 ? open().change(booking, 1, changeTo({ notes: `${i}` })) : open().bump(booking.id, 1),
      );
      expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1);
      expect(await open().find(booking.id)).toMatchObject({ version: 2 });
    });
  });

  it('bumps the version and nothing else', async () => {
    const booking = await inserted();
    expect([await open().bump(booking.id, 1), await open().bump(booking.id, 1), await open().bump(anId(), 1)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await open().find(booking.id)).toEqual({ ...booking, version: 2 });
  });

  describe('what is to be released', () => {
    const [one, two] = [
      { id: 'one', ledgers: ['a', 'b'] },
      { id: 'two', ledgers: ['c'] },
    ];
    const releasingOf = async (ids: readonly string[], realTime: Instant) =>
      (await open().releasingSince(realTime, 1000)).filter(({ id }) => ids.includes(id)).map(({ id }) => id);

    it('adds up over changes, and goes by claim id without moving the version', async () => {
      const { id } = await inserted();
      await open().change({ ...scope, id }, 1, changeTo({}, { refs: [one], realNow: now }));
      await open().change({ ...scope, id }, 2, changeTo({}, { refs: [two], realNow: plus(now, 1) }));
      expect(await open().find(id)).toMatchObject({ releasing: [one, two], releasingAt: now + 1, version: 3 });
      await open().clearReleasing(id, ['one', 'nobody’s']);
      expect(await open().find(id)).toMatchObject({ releasing: [two], releasingAt: now + 1, version: 3 });
      await open().clearReleasing(id, ['two']);
      expect(await open().find(id)).toMatchObject({ releasing: [], releasingAt: null, version: 3 });
    });

    it('lists what is to be released from the last addition on, the longest first, until it is cleared', async () => {
      const [late, early] = [await inserted(), await inserted()];
      const ids = [late.id, early.id];
      await open().change(late, 1, changeTo({}, { refs: [one], realNow: plus(now, MINUTE) }));
      await open().change(early, 1, changeTo({}, { refs: [two], realNow: now }));
      expect(await releasingOf(ids, minus(now, 1))).toEqual([]);
      expect(await releasingOf(ids, now)).toEqual([early.id]);
      expect(await releasingOf(ids, plus(now, MINUTE))).toEqual([early.id, late.id]);
      expect(await open().releasingSince(plus(now, MINUTE), 1)).toHaveLength(1);
      await open().clearReleasing(early.id, ['two']);
      expect(await releasingOf(ids, plus(now, MINUTE))).toEqual([late.id]);
    });

    it('lists nothing to release after a change that gives up no claims', async () => {
      const booking = await inserted();
      await open().change(booking, 1, changeTo({}, { refs: [], realNow: now }));
      expect(await releasingOf([booking.id], now)).toEqual([]);
    });
  });

  it('lists a coach’s bookings by start, of every status, from the first instant and before the last', async () => {
    const coachId = anId();
    const timed = (start: Instant, given: Partial<Booking> = {}) =>
      inserted({
        coachId,
        time: { start, end: plus(start, 60 * MINUTE), local: { date: day, hour: 0, weekday: 1 } },
        ...given,
      });
    const [later, first, cancelled] = [
      await timed(at(12)),
      await timed(at(8)),
      await timed(at(10), { status: 'cancelled' }),
    ];
    for (const given of [{ partnerId: anId() }, { mode: 'live' as const }, { coachId: anId() }])
      await timed(at(9), given);
    for (const start of [at(8) - 1, at(14)]) await timed(instant(start));
    await open().insert({ ...aBooking({ coachId }), time: undefined });
    const listed = await open().between({ ...scope, coachId, from: at(8), to: at(14) });
    expect(listed).toEqual([first, cancelled, later]);
  });

  describe('the outbox', () => {
    const event = (at: number) =>
      ({ id: anId(), type: 'booking.updated', at: instant(at), data: { status: 'confirmed', by: 'coach' } }) as const;

    it('finds an outbox while there is an event in it, the earliest first, of all partners or of one', async () => {
      const partnerId = anId();
      const late = await inserted({ partnerId, outbox: [event(now + 9), event(now + 2)] });
      const early = await inserted({ partnerId, outbox: [event(now + 1), event(now + 8)] });
      const live = await inserted({ partnerId, mode: 'live', outbox: [event(now)] });
      await inserted({ partnerId, outbox: [] });
      const found = async (...asked: Parameters<Bookings['undrained']>) =>
        (await open().undrained(...asked)).map(({ id }) => id);
      expect(await found(10, { partnerId, mode: 'test' })).toEqual([early.id, late.id]);
      expect(await found(1, { partnerId, mode: 'test' })).toEqual([early.id]);
      expect(await found(10_000)).toEqual(expect.arrayContaining([live.id, early.id, late.id]));
    });

    it('loses the events that were drained and no other, and the version stays', async () => {
      const [first, second] = [event(now), event(now + 1)];
      const booking = await inserted({ outbox: [first, second] });
      await open().drop(booking.id, [first.id, anId()]);
      expect(await open().find(booking.id)).toEqual({ ...booking, outbox: [second] });
      await open().drop(booking.id, [second.id]);
      expect(await open().undrained(10, { ...scope, partnerId: booking.partnerId })).not.toContainEqual(
        expect.objectContaining({ id: booking.id }),
      );
    });

    it('R7 keeps no event that was drained while a person was erased', async () => {
      const reasoned = { ...event(now), data: { status: 'cancelled', by: 'attendee', reason: 'Ill' } } as const;
      const drained = event(now + 1);
      const booking = await inserted({ outbox: [reasoned, drained] });
      await open().drop(booking.id, [drained.id]);
      const { data, ...rest } = reasoned;
      const { reason: _, ...kept } = data;
      expect(await open().amend(booking, booking.version, { notes: '' }, { redactOutbox: true })).toMatchObject({
        outbox: [{ ...rest, data: kept }],
      });
      expect((await open().find(booking.id)) as Booking).toHaveProperty('outbox', [{ ...rest, data: kept }]);
    });
  });
}
