import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { asCoach } from '../../../test/application/given-client.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, type World } from '../../../test/application/world.ts';

const START = '2026-04-15T09:00:00Z';
/** Thursday morning is preferred, so that it is known which times are the best. */
const preferredHours = [{ dayOfWeek: 4, start: '09:00', end: '12:00' }];

let world: World;
let coach: Awaited<ReturnType<typeof givenCoach>>;
const given = async (more: object = {}) => {
  world = createWorld();
  const schedule = { workingHours: everyDay('09:00', '12:00'), slotInterval: 60, ...more };
  coach = await givenCoach(world, { schedule });
  const weights = { conversion: 0, completion: 0, gap: 0, lead_hours: 0, urgency: 0, preference: 100 };
  await world.useCases.updateSuggestions(asCoach(world, coach), { coach: 'me', preferredHours, weights });
};
const book = async (start = START) => {
  const booking = { coachId: coach.id, serviceId: coach.serviceId!, start, attendee: ANA };
  return (await world.useCases.createBooking(world.visitor(), booking)).data.id;
};
/** Returns the last mail to the attendee. */
const mailOf = async (bookingId: string, at = NOW) => {
  await world.useCases.runDue(world.partner({ now: at }), {});
  const { data } = await world.useCases.listTestMessages(world.partner(), { limit: 50, bookingId });
  return data.filter(({ channel, to }) => channel === 'email' && to.role === 'attendee').at(-1)!;
};
const startsIn = (text: string) =>
  [...text.matchAll(/[?&]start=([^&\s]+)/g)].map(([, each]) => decodeURIComponent(each!));

describe('a mail that offers another time', () => {
  beforeEach(() => given());

  it('offers the three best free times to the attendee of a session that the coach cancels', async () => {
    const id = await book();
    await mailOf(id);
    await world.useCases.cancelBooking(asCoach(world, coach), { id, offerReschedule: true });
    const { kind, text, html } = await mailOf(id);
    expect(kind).toBe('cancelled');
    expect(startsIn(text)).toEqual(['2026-04-16T09:00:00Z', '2026-04-16T10:00:00Z', '2026-04-16T11:00:00Z']);
    expect(text).toContain('Free times that may suit you:');
    expect(text).toMatch(/Thursday, April 16, 2026.*: http.*[/]book[/].*service=[0-9a-f]{24}&start=/);
    expect(html).toContain(`start=${encodeURIComponent('2026-04-16T09:00:00Z')}`);
  });

  it('never offers the time that did not work out, though it is free again', async () => {
    const id = await book('2026-04-16T09:00:00Z');
    await mailOf(id);
    await world.useCases.cancelBooking(asCoach(world, coach), { id, offerReschedule: true });
    expect(startsIn((await mailOf(id)).text)).toEqual([
      '2026-04-16T10:00:00Z',
      '2026-04-16T11:00:00Z',
      expect.any(String) as unknown,
    ]);
  });

  it('offers times to whom the coach declines, and none where another time is not offered', async () => {
    await given({ autoConfirm: false });
    const declined = await book();
    await world.useCases.cancelBooking(asCoach(world, coach), { id: declined });
    const mail = await mailOf(declined);
    expect([mail.kind, startsIn(mail.text).length]).toEqual(['declined', 3]);
    await given();
    const cancelled = await book();
    await world.useCases.cancelBooking(asCoach(world, coach), { id: cancelled, offerReschedule: false });
    const { kind, text } = await mailOf(cancelled);
    expect([kind, startsIn(text)]).toEqual(['cancelled', []]);
    expect(text).not.toContain('Free times');
  });

  it('goes without times where nothing can be booked any more', async () => {
    const id = await book();
    await mailOf(id);
    await world.useCases.cancelBooking(asCoach(world, coach), { id, offerReschedule: true });
    await world.useCases.updateCoach(world.partner(), { coach: coach.id, active: false });
    const { kind, text } = await mailOf(id);
    expect([kind, startsIn(text)]).toEqual(['cancelled', []]);
    expect(text).not.toContain('Free times');
  });

  it('offers times after a missed session', async () => {
    await given({ reminders: { rules: [], followUp: true } });
    const id = await book();
    await mailOf(id);
    world.passTime(Date.parse(START) - NOW + 2 * HOUR);
    await world.useCases.markNoShow(asCoach(world, coach), { id });
    const { kind, text } = await mailOf(id, plus(world.partner().now, 2 * HOUR));
    expect([kind, startsIn(text).length]).toEqual(['follow_up', 3]);
  });
});
