import { describe, expect, it } from 'vitest';
import { createUseCases } from '../create-use-cases.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { givenTeam, ledgersWith, onTeamDay, TEAM_DAY } from '../../../test/application/given-team.ts';
import { ANA, refusalOf } from '../../../test/application/world.ts';

describe('a booking for a member of staff', () => {
  it('shows a booking in the coach’s calendar and in the member’s', async () => {
    const { world, coach, jane, book, stored } = await givenTeam();
    const booking = await book(onTeamDay('09:00'), { staffId: jane.id });
    expect(booking.staffId).toBe(jane.id);
    await world.settleDown();
    expect(ledgersWith(world, booking.id).sort()).toEqual([`${coach.id}:${TEAM_DAY}`, `${jane.id}:${TEAM_DAY}`].sort());
    expect(stored(booking.id).claims).toHaveLength(3);
    await world.useCases.deleteBooking(world.partner(), { id: booking.id });
    expect(ledgersWith(world, booking.id)).toEqual([]);
  });

  it('needs the time to be free in both, and suggests times that are', async () => {
    const { world, coach, jane, book, occupy } = await givenTeam();
    await occupy(jane.id, onTeamDay('09:00'), 2);
    const refusal = await refusalOf(book(onTeamDay('09:30'), { staffId: jane.id }));
    expect(refusal).toMatchObject({
      code: 'STAFF_BUSY',
      details: {
        alternatives: [{ start: onTeamDay('11:00') }, { start: onTeamDay('11:30') }, { start: onTeamDay('12:00') }],
        nextAvailable: onTeamDay('11:00'),
      },
    });
    const dry = world.useCases.createBooking(world.partner({ dryRun: true }), {
      coachId: coach.id,
      start: onTeamDay('09:30'),
      staffId: jane.id,
      attendee: ANA,
    });
    expect((await refusalOf(dry)).code).toBe('STAFF_BUSY');
    expect((await book(onTeamDay('09:30'))).staffId).toBeUndefined();
  });

  it('leaves nothing behind when it is refused', async () => {
    const { world, coach, jane, book, occupy } = await givenTeam();
    await occupy(jane.id, onTeamDay('09:00'));
    await refusalOf(book(onTeamDay('09:00'), { staffId: jane.id }));
    await world.settleDown();
    expect(world.state.ledgers.get(`${coach.id}:${TEAM_DAY}`)?.claims ?? []).toEqual([]);
    expect([...world.state.bookings.values()].filter(({ kind }) => kind === 'booking')).toEqual([]);
  });

  it('refuses a booking for an inactive member, and to visitors', async () => {
    const { world, coach, jane, book } = await givenTeam();
    const asked = { coachId: coach.id, start: onTeamDay('09:00'), staffId: jane.id, attendee: ANA };
    expect((await refusalOf(world.useCases.createBooking(world.visitor(), asked))).code).toBe('NOT_PERMITTED_FIELD');
    await world.useCases.updateStaff(world.partner(), { coach: coach.id, id: jane.id, active: false });
    expect((await refusalOf(book(onTeamDay('09:00'), { staffId: jane.id }))).code).toBe('STAFF_NOT_FOUND');
  });

  it('does not change which starts the coach offers', async () => {
    const { world, coach, jane, occupy } = await givenTeam();
    const starts = async () =>
      (await world.useCases.listSlots(world.visitor(), { coach: coach.id, from: TEAM_DAY, to: TEAM_DAY })).data.slots
        .length;
    const before = await starts();
    await occupy(jane.id, onTeamDay('09:00'), 4);
    expect(await starts()).toBe(before);
  });
});

describe('an assignment of a booking', () => {
  it('moves it between calendars, and back to none', async () => {
    const { world, coach, jane, omar, book, update, stored } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'));
    expect((await update(id, { staffId: jane.id, notes: 'With Jane.' })).staffId).toBe(jane.id);
    expect(stored(id)).toMatchObject({
      notes: 'With Jane.',
      version: 2,
      history: [{}, { type: 'updated', by: 'partner', staffId: jane.id }],
    });
    expect(stored(id).outbox.at(-1)).toMatchObject({ type: 'booking.updated', data: { staffId: jane.id } });
    await update(id, { staffId: omar.id });
    await world.settleDown();
    expect(ledgersWith(world, id).sort()).toEqual([`${coach.id}:${TEAM_DAY}`, `${omar.id}:${TEAM_DAY}`].sort());
    expect(await update(id, { staffId: null })).not.toHaveProperty('staffId');
    await world.settleDown();
    expect(ledgersWith(world, id)).toEqual([`${coach.id}:${TEAM_DAY}`]);
    expect(stored(id)).toMatchObject({ releasing: [], releasingAt: null, claims: [{}, {}] });
  });

  it('changes nothing by an assignment to the same member', async () => {
    const { jane, book, update } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'), { staffId: jane.id });
    expect((await update(id, { staffId: jane.id })).version).toBe(1);
  });

  it('refuses an assignment when the member has another session then, and keeps the booking', async () => {
    const { world, coach, jane, book, update, occupy, stored } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'));
    await occupy(jane.id, onTeamDay('09:30'));
    const refusal = await refusalOf(update(id, { staffId: jane.id }));
    expect(refusal).toMatchObject({ code: 'STAFF_BUSY', details: { nextAvailable: onTeamDay('10:30') } });
    expect((await refusalOf(update(id, { staffId: jane.id }, world.partner({ dryRun: true })))).code).toBe(
      'STAFF_BUSY',
    );
    expect([stored(id).version, ledgersWith(world, id)]).toEqual([1, [`${coach.id}:${TEAM_DAY}`]]);
  });

  it('lets the coach side assign a booking that is not over to a present member', async () => {
    const { world, jane, book, update } = await givenTeam();
    const { id, manageToken } = await book(onTeamDay('09:00'));
    expect((await refusalOf(update(id, { staffId: jane.id }, world.guest(manageToken)))).code).toBe(
      'NOT_PERMITTED_FIELD',
    );
    expect((await refusalOf(update(id, { staffId: 'e'.repeat(24) }))).code).toBe('STAFF_NOT_FOUND');
    await world.useCases.deleteBooking(world.partner(), { id });
    expect(await refusalOf(update(id, { staffId: jane.id }))).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      details: { status: 'cancelled' },
    });
  });

  it('claims nothing for a member who is removed between claim and check', async () => {
    const { world, coach, jane, book, stored } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'));
    const leave = async () => {
      const head = world.state.heads.get(coach.id)!;
      world.state.heads.set(coach.id, { ...head, staff: [], version: head.version + 1 });
    };
    const server = createUseCases(withFaultPoints(world.deps, { 'after ledgers.claim': leave }));
    expect((await refusalOf(server.updateBooking(world.partner(), { id, staffId: jane.id }))).code).toBe(
      'STAFF_NOT_FOUND',
    );
    expect([stored(id).version, ledgersWith(world, id)]).toEqual([1, [`${coach.id}:${TEAM_DAY}`]]);
  });

  it('claims nothing for a booking without a time until it gets one', async () => {
    const { world, coach, jane, book, update } = await givenTeam();
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, capacity: 3 });
    const { id } = await book(onTeamDay('09:00'), { start: undefined, placeNumber: 2 });
    await update(id, { staffId: jane.id });
    expect(ledgersWith(world, id)).toEqual([]);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: onTeamDay('10:00') });
    expect(ledgersWith(world, id).sort()).toEqual([`${coach.id}:${TEAM_DAY}`, `${jane.id}:${TEAM_DAY}`].sort());
  });
});

describe('a booking with a member of staff that moves', () => {
  it('moves in both calendars', async () => {
    const { world, coach, jane, book } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'), { staffId: jane.id });
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-15T10:00:00Z' });
    await world.settleDown();
    expect(ledgersWith(world, id).sort()).toEqual([`${coach.id}:2026-04-15`, `${jane.id}:2026-04-15`].sort());
  });

  it('refuses to move a booking to a time that is free for the coach alone', async () => {
    const { world, jane, book, occupy, stored } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'), { staffId: jane.id });
    await occupy(jane.id, onTeamDay('13:00'));
    for (const context of [world.partner(), world.partner({ dryRun: true })]) {
      const refusal = await refusalOf(world.useCases.rescheduleBooking(context, { id, start: onTeamDay('13:00') }));
      expect(refusal).toMatchObject({
        code: 'STAFF_BUSY',
        details: { alternatives: [{ start: onTeamDay('12:00') }, { start: onTeamDay('14:00') }, {}] },
      });
    }
    expect(stored(id).version).toBe(1);
    await world.settleDown();
    expect(ledgersWith(world, id)).toHaveLength(2);
  });
});
