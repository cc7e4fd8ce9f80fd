import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { givenAskingCoach } from '../../../test/application/given-intents.ts';
import { givenClient } from '../../../test/application/given-client.ts';
import { ANA, NOW } from '../../../test/application/world.ts';

const BO = { name: 'Bo Berg', email: 'bo@example.com' };

describe('a booking that was begun and not finished', () => {
  it('R43 abandons what was begun half an hour after the last change, and makes its person a lead then', async () => {
    const { world, capture, work, list, leads, coach } = await givenAskingCoach();
    const { id } = await capture({ start: '2026-04-20T09:00:00Z', utm: { source: 'newsletter' } });
    world.passTime(30 * MINUTE - 1);
    expect([await work(), (await list()).data, await leads()]).toEqual([0, [], []]);
    world.passTime(1);
    await work();
    const [lead, ...others] = await leads();
    expect(others).toEqual([]);
    expect(lead).toMatchObject({ name: 'Ana Diaz', email: 'ana@example.com', source: 'newsletter', bookings: 0 });
    const { data, meta } = await list();
    expect(data).toEqual([
      {
        id,
        leadId: lead!.id,
        lead: { id: lead!.id, name: 'Ana Diaz', email: 'ana@example.com' },
        serviceId: coach.serviceId,
        selectedSlot: { start: '2026-04-20T09:00:00Z', duration: 60 },
        abandonedAt: '2026-04-13T08:31:00Z',
        recoveryAttempts: 0,
        lastRecoveryAttempt: null,
        status: 'pending',
        attempts: [],
        channels: ['email'],
      },
    ]);
    expect(meta).toEqual({ nextCursor: null, total: 1, totalAbandoned: 1, recoveryRate: 0 });
  });

  it('R11 lists it as it stands before that is recorded, with the figures and the lead that it will have', async () => {
    const { world, capture, work, list } = await givenAskingCoach();
    await capture({ contact: { email: ANA.email } });
    world.passTime(2 * HOUR);
    const before = await list();
    expect(before.data[0]).toMatchObject({ status: 'pending', lead: { name: 'ana@example.com' } });
    expect((await list({ status: 'pending' })).data).toHaveLength(1);
    await work();
    expect(await list()).toEqual(before);
    world.passTime(8 * DAY);
    const later = await list();
    expect([later.data[0]?.status, (await list({ status: 'pending' })).meta.total]).toEqual(['expired', 0]);
    await work();
    expect(await list({ status: 'expired' })).toEqual(later);
  });

  it('R11 abandons in mode test by run-due alone, at its clock', async () => {
    const { world, useCases, capture, work, list, leads } = await givenAskingCoach({ mode: 'test' });
    await capture();
    const later = world.partner({ now: plus(NOW, 2 * HOUR) });
    expect((await list({}, later)).data).toHaveLength(1);
    expect(await work()).toBe(0);
    expect((await list()).data).toEqual([]);
    await useCases.runDue(later, {});
    expect(await leads()).toHaveLength(1);
    expect((await list({}, later)).meta).toMatchObject({ totalAbandoned: 1 });
    await useCases.runDue(world.partner({ now: plus(NOW, 9 * DAY) }), {});
    expect([...world.state.intents.values()].map(({ status }) => status)).toEqual(['expired']);
  });

  it('deletes it, and counts nothing, when the person books in time', async () => {
    const { world, capture, book, drain, work, list, leads } = await givenAskingCoach();
    await capture();
    world.passTime(29 * MINUTE);
    await book();
    await drain();
    expect(world.state.intents.size).toBe(0);
    world.passTime(HOUR);
    await work();
    expect((await list()).meta).toMatchObject({ totalAbandoned: 0 });
    expect(await leads()).toHaveLength(1);
  });

  it.each(['a guest', 'a client', 'the coach'])(
    'deletes it when %s booked and the event waits still, or the request that captures came later',
    async (who) => {
      const { world, capture, book, work, list, stored } = await givenAskingCoach();
      const client = who === 'a client' ? await givenClient(world, { email: ANA.email }) : null;
      if (client) await book({ attendee: undefined }, client.me());
      else await book({}, who === 'the coach' ? world.partner() : world.visitor());
      world.passTime(MINUTE);
      const { id } = await capture();
      world.passTime(HOUR);
      expect((await list()).data).toEqual([]);
      expect((await list()).meta).toEqual({ nextCursor: null, total: 0, totalAbandoned: 0, recoveryRate: 0 });
      await work();
      expect(await stored(id)).toBeNull();
    },
  );

  it('abandons it when another person booked, or the same one another coach, or long before', async () => {
    const { world, useCases, capture, book, work, list } = await givenAskingCoach();
    await book();
    await book({ attendee: BO, start: '2026-04-20T11:00:00Z' });
    world.passTime(HOUR);
    const { data: other } = await useCases.createCoach(world.partner(), {
      name: 'Coach B',
      timeZone: 'UTC',
      schedule: { workingHours: [{ dayOfWeek: 1, start: '09:00', end: '17:00' }] },
      services: [{ title: 'Talk', duration: 30 }],
    });
    await capture();
    const of = { coachId: other.id, serviceId: other.services[0]!.id, attendee: ANA };
    await useCases.createBooking(world.visitor(), { ...of, start: '2026-04-20T13:00:00Z' });
    world.passTime(HOUR);
    await work();
    expect((await list()).data).toMatchObject([{ status: 'pending', lead: { email: ANA.email } }]);
  });

  it('leaves it abandoned when the person comes back and changes it', async () => {
    const { world, capture, work, list } = await givenAskingCoach();
    const { id } = await capture();
    world.passTime(HOUR);
    await work();
    expect((await capture({ start: '2026-04-21T09:00:00Z' })).id).toBe(id);
    world.passTime(HOUR);
    await work();
    expect((await list()).data).toMatchObject([
      { id, abandonedAt: '2026-04-13T08:31:00Z', selectedSlot: { start: '2026-04-21T09:00:00Z' } },
    ]);
    expect((await list()).meta.totalAbandoned).toBe(1);
  });

  it('withdraws an abandoned one whose address turns out to be mistyped', async () => {
    const { world, capture, work, leads } = await givenAskingCoach();
    const mistyped = await capture({ contact: BO });
    world.passTime(HOUR);
    await work();
    const corrected = await capture({ token: mistyped.token });
    expect(corrected.id).not.toBe(mistyped.id);
    expect(await leads()).toEqual([]);
    expect(JSON.stringify([...world.state.intents.values()])).not.toContain('bo@');
  });
});

describe('R43 an abandoned booking', () => {
  const given = async () => {
    const asking = await givenAskingCoach();
    const { id, token } = await asking.capture();
    asking.world.passTime(HOUR);
    await asking.work();
    const rate = async () => (await asking.list()).meta.recoveryRate;
    return { ...asking, id, token, rate };
  };

  it.each(['recorded', 'not recorded yet'])(
    'recovers it by the first booking of the same address with the coach, %s, for good',
    async (when) => {
      const { world, useCases, capture, work, book, drain, list } = await givenAskingCoach();
      await capture();
      await capture({ contact: BO });
      await capture({ contact: { email: 'cy@example.com' } });
      world.passTime(DAY);
      if (when === 'recorded') await work();
      const booking = await book({ attendee: { ...ANA, email: 'ANA@example.com' } });
      await drain();
      await work();
      await book({ start: '2026-04-20T11:00:00Z' });
      await drain();
      const recovered = async () => (await list({ status: 'recovered' })).data;
      expect(await recovered()).toMatchObject([{ recoveredBy: booking.id, leadId: booking.attendee.id }]);
      expect((await list()).meta).toMatchObject({ total: 3, totalAbandoned: 3, recoveryRate: 33.3 });
      await useCases.cancelBooking(world.partner(), { id: booking.id });
      await drain();
      expect(await recovered()).toHaveLength(1);
    },
  );

  it('recovers it by a booking of the account of the same address', async () => {
    const { world, book, drain, list, rate } = await given();
    const client = await givenClient(world, { email: ANA.email });
    await book({ attendee: undefined }, client.me());
    await drain();
    expect([(await list()).data[0]?.status, await rate()]).toEqual(['recovered', 100]);
  });

  it('recovers nothing after seven days', async () => {
    const { world, book, drain, list, rate } = await given();
    world.passTime(7 * DAY - 30 * MINUTE);
    await book({ start: '2026-04-22T09:00:00Z' });
    await drain();
    expect([(await list()).data[0]?.status, await rate()]).toEqual(['expired', 0]);
  });

  it('removes the lead of a withdrawn one when nothing else is known of it, and leaves the figures', async () => {
    const { world, useCases, id, token, work, list, leads, stored } = await given();
    await useCases.withdrawIntent(world.visitor(), { id, intentToken: token });
    expect([await leads(), world.state.leads.size]).toEqual([[], 0]);
    const { data, meta } = await list();
    expect(data).toMatchObject([{ id, status: 'withdrawn' }]);
    expect([data[0]?.lead, data[0]?.leadId, meta.totalAbandoned]).toEqual([undefined, undefined, 1]);
    world.passTime(3 * MINUTE);
    await work();
    expect((await stored(id))?.leadId).toBeUndefined();
    expect(await work()).toBe(0);
  });

  it('leaves the lead of a person who booked, in the lists of the coaches who know it otherwise', async () => {
    const { world, useCases, id, token, leads, coach } = await given();
    const { data: other } = await useCases.createCoach(world.partner(), {
      name: 'Coach B',
      timeZone: 'UTC',
      schedule: { workingHours: [{ dayOfWeek: 1, start: '09:00', end: '17:00' }] },
      services: [{ title: 'Talk', duration: 30 }],
    });
    const of = { coachId: other.id, serviceId: other.services[0]!.id, start: '2026-04-20T13:00:00Z', attendee: ANA };
    await useCases.createBooking(world.visitor(), of);
    expect(await leads()).toHaveLength(1);
    world.passTime(3 * MINUTE);
    await useCases.withdrawIntent(world.visitor(), { id, intentToken: token });
    expect(await leads()).toEqual([]);
    expect([...world.state.leads.values()].map(({ coachIds }) => coachIds)).toEqual([[other.id]]);
    expect(coach.id).not.toBe(other.id);
  });

  it('keeps the lead of a booking that is being made at that moment', async () => {
    const { world, useCases, id, token, book, leads } = await given();
    await book();
    await useCases.withdrawIntent(world.visitor(), { id, intentToken: token });
    expect(await leads()).toMatchObject([{ bookings: 1 }]);
  });
});

describe('the erasure of a person', () => {
  it('deletes intents, shown before in the export, and leaves the figures as they were', async () => {
    const { world, useCases, capture, work, book, drain, list, leads } = await givenAskingCoach();
    await capture();
    await capture({ contact: BO });
    world.passTime(HOUR);
    await work();
    await book();
    await drain();
    const { meta } = await list();
    expect(meta).toMatchObject({ totalAbandoned: 2, recoveryRate: 50 });
    const { data } = await useCases.exportPerson(world.partner(), { email: ANA.email });
    expect(data.intents).toMatchObject([
      { status: 'recovered', contact: { email: ANA.email }, consent: { version: '1', at: '2026-04-13T08:01:00Z' } },
    ]);
    expect((await useCases.erasePerson(world.partner(), { email: ANA.email })).data.erased).toBe(true);
    const after = await list();
    expect(after.data).toMatchObject([{ lead: { email: BO.email } }]);
    expect(after.meta).toEqual({ ...meta, total: 1 });
    const bo = (await leads()).find(({ email }) => email === BO.email)!;
    await useCases.erasePerson(world.partner(), { leadId: bo.id });
    expect([world.state.intents.size, (await list()).meta.recoveryRate]).toEqual([0, 50]);
  });

  it('finds who is no lead yet, and counts what was abandoned and not recorded', async () => {
    const { world, useCases, capture, list } = await givenAskingCoach();
    await capture();
    world.passTime(HOUR);
    expect((await list()).meta.totalAbandoned).toBe(1);
    expect((await useCases.erasePerson(world.partner(), { email: ' ANA@example.com' })).data.erased).toBe(true);
    expect([world.state.intents.size, (await list()).meta.totalAbandoned]).toEqual([0, 1]);
    expect((await useCases.erasePerson(world.partner(), { email: ANA.email })).data.erased).toBe(false);
  });
});
