import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { asCoach, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';

const at = (day: number, hour = 9) => new Date(Date.UTC(2026, 3, day, hour)).toISOString().replace('.000', '');

describe('listClients', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world);
  });

  const list = async (input: object = {}, context = asCoach(world, coach)) =>
    world.useCases.listClients(context, { coach: 'me', ...input });

  it('returns clients by name, page by page, with the sessions before and after now', async () => {
    const bo = await givenClient(world, { name: 'bo Li', email: 'bo@example.com' });
    const cy = await givenClient(world, { name: 'Cy Ode', email: 'Cy@Mail.example' });
    for (const [n, client] of [cy, ana, bo].entries()) await bookAs(world, client, coach, at(14 + n));
    await bookAs(world, ana, coach, at(20));
    world.passTime(2 * DAY + 2 * HOUR);
    const first = await list({ limit: 2 });
    expect(
      first.data.map(({ name, lastSession, nextSession, bookings }) => [name, bookings, lastSession, nextSession]),
    ).toEqual([
      ['Ana Diaz', 2, '2026-04-15T09:00:00Z', '2026-04-20T09:00:00Z'],
      ['bo Li', 1, undefined, '2026-04-16T09:00:00Z'],
    ]);
    const rest = await list({ limit: 2, cursor: first.meta.nextCursor! });
    expect([rest.data.map(({ name }) => name), rest.meta]).toEqual([['Cy Ode'], { nextCursor: null, total: 3 }]);
  });

  it('finds them by a part of the name, the address or the phone number, in any case', async () => {
    const cy = await givenClient(world, { name: 'Cy Ode', email: 'Cy@Mail.example', phone: '+43 660 1234567' });
    for (const [n, client] of [cy, ana].entries()) await bookAs(world, client, coach, at(14 + n));
    const named = async (q: string) => (await list({ q })).data.map(({ name }) => name);
    expect([await named('DIAZ'), await named('mail.EX'), await named('nobody')]).toEqual([
      ['Ana Diaz'],
      ['Cy Ode'],
      [],
    ]);
    expect((await list({ q: 'cy' })).meta.total).toBe(1);
    // M7
    expect(await named('0660 123')).toEqual(['Cy Ode']);
  });

  it('S5 returns them also when there are a great many, reading their bookings in batches', async () => {
    const { partnerId, mode } = asCoach(world, coach).caller;
    await world.useCases.createBooking(world.partner(), {
      coachId: coach.id,
      clientId: ana.id,
      serviceId: coach.serviceId!,
      start: at(14),
    });
    for (let n = 0; n < 950; n++) {
      const clientId = (n + 0xa000).toString(16).padStart(24, 'f');
      await world.deps.connections.insert({
        partnerId,
        mode,
        clientId,
        coachId: coach.id,
        askedAt: instant(1),
        version: 1,
      });
    }
    const asked: number[] = [];
    const { ofAttendees } = world.deps.bookings;
    world.deps.bookings.ofAttendees = (query) => {
      asked.push(query.attendeeIds.length);
      return ofAttendees(query);
    };
    expect((await list()).data.map(({ name, sharesProfile }) => [name, sharesProfile])).toEqual([['Ana Diaz', false]]);
    expect(Math.max(...asked)).toBeLessThanOrEqual(200);
  });

  it('counts no sessions that were cancelled, missed or never agreed', async () => {
    const { id } = await bookAs(world, ana, coach, at(14));
    await world.useCases.cancelBooking(asCoach(world, coach), { id });
    world.passTime(3 * DAY);
    const [client] = (await list()).data;
    expect([client!.lastSession, client!.nextSession]).toEqual([undefined, undefined]);
  });
});
