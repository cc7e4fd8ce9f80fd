import { describe, expect, it } from 'vitest';
import type { InputOf } from '../kernel/contract.ts';
import { at, DAY, givenCoaches } from '../../../test/application/given-coaches.ts';
import { ANA, createWorld, everyDay, refusalOf } from '../../../test/application/world.ts';

const given = async (...overrides: Partial<InputOf<'createCoach'>>[]) => {
  const world = createWorld();
  const coaches = await givenCoaches(world, overrides);
  const list = async (more: Partial<InputOf<'listTeamSlots'>> = {}) =>
    (await world.useCases.listTeamSlots(world.visitor(), { from: DAY, to: DAY, ...more })).data;
  return { world, coaches, ids: coaches.map(({ id }) => id), list };
};

const early = { schedule: { workingHours: everyDay('08:00', '10:00'), slotInterval: 60 } };
const closed = { schedule: { workingHours: [] } };

describe('listTeamSlots', () => {
  it('returns each start once, with who has it free', async () => {
    const { ids, coaches, list } = await given({}, early);
    const [a, b] = ids as [string, string];
    expect(await list()).toEqual({
      timeZone: 'UTC',
      zones: [
        { timeZone: 'UTC', offsets: [{ from: at('00:00', '2025-01-01'), to: at('00:00', '2028-01-01'), minutes: 0 }] },
      ],
      slots: [
        { start: at('08:00'), end: at('09:00'), coachIds: [b] },
        { start: at('09:00'), end: at('10:00'), coachIds: [a, b] },
        { start: at('10:00'), end: at('11:00'), coachIds: [a] },
        { start: at('11:00'), end: at('12:00'), coachIds: [a] },
      ],
      days: [DAY],
      nextAvailable: at('08:00'),
      reason: null,
      service: coaches[0]?.services[0],
      coachIds: [a, b],
      leftOut: [],
    });
  });

  it('takes ids and slugs, each coach once, in their order', async () => {
    const { ids, coaches, list } = await given({}, {}, {});
    const { coachIds, slots } = await list({ coaches: `${coaches[2]!.slug},${ids[0]},${ids[2]}` });
    expect(coachIds).toEqual([ids[2], ids[0]]);
    expect(slots[0]?.coachIds).toEqual([ids[2], ids[0]]);
  });

  it('leaves out a start that is booked with all of them', async () => {
    const { world, coaches, ids, list } = await given({}, {});
    for (const { id, serviceId } of coaches) {
      await world.useCases.createBooking(world.visitor(), {
        coachId: id,
        serviceId: serviceId!,
        start: at('09:00'),
        attendee: ANA,
      });
      await world.drain();
      const free = (await list()).slots.find(({ start }) => start === at('09:00'));
      expect(free?.coachIds).toEqual(id === ids[0] ? [ids[1]] : undefined);
    }
  });

  it('says of each coach without the service why', async () => {
    const other = { services: [{ title: 'Yoga', duration: 60 }] };
    const longer = {
      services: [{ title: 'Strength session', duration: 90, price: { amount: 7500, currency: 'EUR' } }],
    };
    const { ids, list } = await given({}, other, longer);
    const { coachIds, leftOut } = await list();
    expect([coachIds, leftOut]).toEqual([
      [ids[0]],
      [
        { coachId: ids[1], reason: 'service_missing' },
        { coachId: ids[2], reason: 'terms_differ' },
      ],
    ]);
    expect((await list({ service: 'yoga' })).coachIds).toEqual([ids[1]]);
  });

  it('finds the service by the id that it has with one of them', async () => {
    const { ids, coaches, list } = await given({}, {});
    expect((await list({ service: coaches[1]!.serviceId! })).coachIds).toEqual(ids);
  });

  it('reads plain dates as days of the first coach, and names the days in the requested zone', async () => {
    const allDay = { workingHours: everyDay('00:00', '24:00'), slotInterval: 60 };
    const { list } = await given({ timeZone: 'Asia/Kathmandu', schedule: allDay }, { schedule: allDay });
    const { timeZone, slots, days } = await list({ timeZone: 'America/New_York' });
    expect([timeZone, slots[0]?.start, slots.at(-1)?.start]).toEqual([
      'Asia/Kathmandu',
      at('18:15', '2026-04-13'),
      at('18:00'),
    ]);
    expect(days).toEqual(['2026-04-13', DAY]);
  });

  it('gives the next start that any of them has, and the reason of most of them', async () => {
    const later = { schedule: { workingHours: [{ dayOfWeek: 4, start: '09:00', end: '10:00' }] } };
    const { list } = await given({}, later, closed);
    const past = await list({ from: at('12:00'), to: at('13:00') });
    expect([past.slots, past.nextAvailable, past.reason]).toEqual([[], at('09:00', '2026-04-15'), 'outside_hours']);
  });

  it('passes over a coach whose places are all taken', async () => {
    const { world, coaches, ids, list } = await given({ capacity: 1 }, {});
    const { id, serviceId } = coaches[0]!;
    await world.useCases.createBooking(world.visitor(), {
      coachId: id,
      serviceId: serviceId!,
      start: at('11:00'),
      attendee: ANA,
    });
    expect((await list()).slots.map(({ coachIds }) => coachIds)).toEqual([[ids[1]], [ids[1]], [ids[1]]]);
    const one = await list({ coaches: id });
    expect([one.reason, one.nextAvailable]).toEqual(['capacity', null]);
  });

  it('includes the coaches and what each service is offered by when requested', async () => {
    const yoga = { services: [{ title: 'Yoga', duration: 60 }] };
    const { ids, coaches, list } = await given({}, {}, yoga);
    const { coaches: found, services } = await list({ include: 'coaches' });
    expect(found?.map(({ id, name }) => [id, name])).toEqual(ids.map((id, n) => [id, `Coach ${'ABC'[n]}`]));
    expect(services).toEqual([
      { service: coaches[0]?.services[0], coachIds: [ids[0], ids[1]] },
      { service: coaches[2]?.services[0], coachIds: [ids[2]] },
    ]);
  });

  it('refuses by name a coach who is unknown or takes no bookings, also to the coach side', async () => {
    const { world, ids } = await given({}, { active: false });
    for (const coach of [ids[1], 'nobody']) {
      const input = { coaches: `${ids[0]},${coach}`, from: DAY, to: DAY };
      for (const caller of [world.visitor(), world.partner()]) {
        const refusal = await refusalOf(world.useCases.listTeamSlots(caller, input));
        expect([refusal.code, refusal.detail]).toEqual(['COACH_NOT_FOUND', `No coach ${coach} for this key.`]);
      }
    }
  });

  it('refuses a service that none of them offers, and a partner without coaches', async () => {
    const { list, world, ids } = await given({ services: [] }, {});
    expect((await refusalOf(list({ service: 'yoga' }))).code).toBe('SERVICE_NOT_FOUND');
    expect((await refusalOf(list({ coaches: ids[0]! }))).code).toBe('SERVICE_NOT_FOUND');
    for (const coach of ids) await world.useCases.updateCoach(world.partner(), { coach, active: false });
    expect((await refusalOf(list())).code).toBe('COACH_NOT_FOUND');
  });

  it('asks for names where more than 20 coaches take bookings', async () => {
    const { ids, list } = await given(...Array.from({ length: 21 }, () => ({})));
    expect((await refusalOf(list())).details?.problems?.[0]?.path).toBe('coaches');
    expect((await list({ coaches: ids.slice(1).join(',') })).slots[0]?.coachIds).toHaveLength(20);
  });
});
