import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

/** R18: "An attendee needs a name; e-mail and phone are optional for the coach". M6: a walk-in could not be entered. */
describe('R18 a booking for somebody without an e-mail', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
  });

  const input = (time: string, more: object = {}) => ({
    coachId: coach.id,
    serviceId: coach.services[0]!.id,
    start: `2026-04-14T${time}:00Z`,
    attendee: { name: ' Walker ' },
    ...more,
  });
  const book = async (time: string, more: object = {}, context = world.partner()) =>
    (await world.useCases.createBooking(context, input(time, more))).data;
  const leads = async (q?: string) =>
    (await world.useCases.listLeads(world.partner(), { coach: coach.id, ...(q && { q }) })).data;

  it('needs a name only, and shows no e-mail', async () => {
    const { attendee, summary } = await book('09:00');
    expect(attendee).toEqual({ kind: 'lead', id: attendee.id, name: 'Walker' });
    expect(summary).toBe('Strength session with Walker');
    expect(await leads()).toMatchObject([{ id: attendee.id, name: 'Walker', bookings: 1 }]);
    expect((await leads())[0]).not.toHaveProperty('email');
    await world.drain();
    expect(world.sent).toEqual([]);
  });

  it('makes a new lead each time, unless the lead is sent', async () => {
    const first = await book('09:00');
    const second = await book('11:00');
    expect(second.attendee.id).not.toBe(first.attendee.id);
    const again = await book('13:00', { attendee: undefined, leadId: first.attendee.id });
    expect(again.attendee).toEqual(first.attendee);
    expect((await leads()).map(({ id, bookings }) => [id, bookings]).sort()).toEqual(
      [
        [first.attendee.id, 2],
        [second.attendee.id, 1],
      ].sort(),
    );
  });

  it('makes one lead of a request that is sent again', async () => {
    const context = world.partner({ idempotencyKey: '8f14e45f-ceea-467f-a0e6-b9a1d8a2c3d4' });
    expect((await book('09:00', {}, context)).id).toBe((await book('09:00', {}, context)).id);
    expect(await leads()).toHaveLength(1);
  });

  it('refuses a booking without an e-mail to a visitor, whom nothing else reaches', async () => {
    const refusal = await refusalOf(world.useCases.createBooking(world.visitor(), input('09:00')));
    expect(refusal).toMatchObject({ code: 'INVALID_REQUEST', details: { problems: [{ path: 'attendee.email' }] } });
    expect(world.state.bookings.size).toBe(0);
  });

  it('finds a lead without an e-mail by name, where others are found by their e-mail', async () => {
    await book('09:00');
    await book('11:00', { attendee: { name: 'Ana', email: 'ana@walk.example' } });
    expect((await leads('walk')).map(({ name }) => name).sort()).toEqual(['Ana', 'Walker']);
    expect((await leads('walk.ex')).map(({ name }) => name)).toEqual(['Ana']);
  });

  it('exports and erases a lead without an e-mail by its id, and touches no other', async () => {
    const [gone, stays] = [await book('09:00'), await book('11:00')];
    const { useCases } = world;
    const by = { leadId: gone.attendee.id };
    const { data } = await useCases.exportPerson(world.partner(), by);
    expect(data).toMatchObject({ leads: [{ id: by.leadId }], contacts: [{ name: 'Walker' }] });
    expect(data).not.toHaveProperty('email');
    expect(await refusalOf(useCases.erasePerson(world.partner(), {}))).toMatchObject({ code: 'INVALID_REQUEST' });
    const both = { ...by, email: 'ana@example.com' };
    expect(await refusalOf(useCases.erasePerson(world.partner(), both))).toMatchObject({ code: 'INVALID_REQUEST' });
    expect((await useCases.erasePerson(world.partner(), by)).data).toEqual({ erased: true, bookings: 1, logs: 0 });
    expect((await useCases.erasePerson(world.partner(), by)).data).toEqual({ erased: false, bookings: 0, logs: 0 });
    const { data: left } = await useCases.listCoachBookings(world.partner(), { coach: coach.id });
    expect(left.map(({ attendee }) => attendee.name).sort()).toEqual(['Walker', '—'].sort());
    expect((await leads()).map(({ id }) => id)).toEqual([stays.attendee.id]);
  });
});
