import { beforeEach, describe, expect, it } from 'vitest';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, NOW, type World } from '../../../test/application/world.ts';

const START = '2026-04-15T09:00:00Z';
const before = (hours: number): Instant => minus(instant(Date.parse(START)), hours * HOUR);
const byMail = (...hours: readonly number[]) => ({
  rules: hours.map((hour) => ({ channel: 'email' as const, minutesBefore: hour * 60 })),
  followUp: true,
});

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
const given = async (service: object) => {
  coach = await givenCoach(world, {
    capacity: 5,
    schedule: { workingHours: everyDay('09:00', '17:00'), reminders: byMail(24) },
    services: [{ title: 'Trial', duration: 60, ...service }],
  });
};
const book = async () =>
  world.useCases.createBooking(world.visitor(), {
    coachId: coach.id,
    serviceId: coach.serviceId!,
    start: START,
    attendee: ANA,
  });
const update = async (fields: object, now = NOW) =>
  (await world.useCases.updateService(world.partner({ now }), { coach: coach.id, id: coach.serviceId!, ...fields }))
    .data;
const reminded = async (hours: number) =>
  (await world.useCases.runDue(world.partner({ now: before(hours) }), { limit: 500 })).data.messages.flatMap(
    ({ kind, state, code }) => (kind === 'reminder' ? [[state, code].filter(Boolean).join(' ')] : []),
  );

beforeEach(() => {
  world = createWorld();
});

describe('reminders of a service', () => {
  it('replaces the coach’s reminders by the service’s', async () => {
    await given({ reminders: byMail(3) });
    expect(coach.services[0]!.reminders).toEqual(byMail(3));
    await book();
    expect(await reminded(24)).toEqual([]);
    expect(await reminded(3)).toEqual(['sent']);
  });

  it('accepts a service without reminders', async () => {
    await given({ reminders: { rules: [], followUp: false } });
    await book();
    expect(await reminded(1)).toEqual([]);
  });

  it('R45 applies changed reminders to the bookings made before, too, and no longer the old ones', async () => {
    await given({});
    await book();
    await world.useCases.runDue(world.partner(), { limit: 500 });
    expect((await update({ reminders: byMail(3) }, plus(NOW, HOUR))).reminders).toEqual(byMail(3));
    expect(await reminded(24)).toEqual(['skipped rule_off']);
    expect(await reminded(3)).toEqual(['sent']);
  });

  it('R45 applies the coach’s reminders once the service’s are removed', async () => {
    await given({ reminders: byMail(3) });
    await book();
    await world.useCases.runDue(world.partner(), { limit: 500 });
    expect(await update({ reminders: null }, plus(NOW, HOUR))).not.toHaveProperty('reminders');
    expect(await reminded(24)).toEqual(['sent']);
    expect(await reminded(3)).toEqual(['skipped rule_off']);
  });

  it('keeps reminders when something else of the service, or of the coach’s, changes', async () => {
    await given({ reminders: byMail(3) });
    await update({ title: 'Trial session' });
    expect(world.state.heads.get(coach.id)).not.toHaveProperty('remindersSince');
    await world.useCases.patchSchedule(world.partner(), { coach: coach.id, reminders: byMail(48) });
    await book();
    expect(await reminded(3)).toEqual(['sent']);
  });
});
