import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, givenCoach, NOW, PARTNER, type World } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { OutletFailure } from '../ports/outlets.ts';
import { work } from './work.ts';

const SCOPE = { partnerId: PARTNER, mode: 'test' } as const;
const PHONE = { channel: 'sms', address: ANA.phone } as const;
const START = '2026-04-14T16:00:00Z';
const rules = [
  { channel: 'email', minutesBefore: 120 },
  { channel: 'sms', minutesBefore: 120 },
] as const;

let world: World;
let coachId = '';
const given = async (more: Parameters<typeof createWorld>[0] = {}) => {
  world = createWorld(more);
  coachId = (
    await givenCoach(world, {
      capacity: 10,
      schedule: { ...openDays, reminders: { rules: [...rules], followUp: true } },
    })
  ).id;
};
const book = (attendee = ANA, start = START) =>
  world.useCases.createBooking(world.visitor(), { coachId, start, attendee });
const runAt = async (hours: number) => {
  const now = plus(NOW, hours * HOUR);
  const { data } = await world.useCases.runDue(world.partner({ now }), { limit: 500 });
  return data.messages
    .filter(({ to }) => to.role === 'attendee')
    .map(({ kind, channel, state, code }) => [kind, channel, state, code].filter(Boolean).join(' '));
};
beforeEach(() => given());

describe('who wants no more of it', () => {
  it('gets no SMS of any coach of the partner, and their mails as before', async () => {
    await world.deps.optOuts.add(SCOPE, PHONE, 'all', NOW);
    await book();
    expect(await runAt(30)).toEqual(['confirmed email sent', 'reminder email sent', 'reminder sms skipped opted_out']);
  });

  it('gets no mail of one kind, in any spelling of the address', async () => {
    const contact = { channel: 'email', address: 'ana@example.com' } as const;
    await world.deps.optOuts.add(SCOPE, contact, 'reminder', NOW);
    await book({ ...ANA, email: 'Ana@Example.com' });
    expect(await runAt(30)).toEqual(['confirmed email sent', 'reminder email skipped opted_out', 'reminder sms sent']);
  });

  it('stays unwritten to when the person is erased and comes back', async () => {
    await world.deps.optOuts.add(SCOPE, PHONE, 'all', NOW);
    await book();
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    await book(ANA, '2026-04-14T18:00:00Z');
    expect(await runAt(32)).toContain('reminder sms skipped opted_out');
  });

  it('sends nothing again to a recipient who opted out at the provider (21610)', async () => {
    let calls = 0;
    const refuse = () => {
      calls += 1;
      return Promise.reject(new OutletFailure('21610', { isFinal: true, isOptedOut: true }));
    };
    await given({ sms: { twilio: refuse } });
    const account = { provider: 'twilio', accountSid: '', authToken: '', from: '', maxPerDay: 5 } as const;
    const settings = { email: {}, attachCalendar: true, quietHours: { from: '00:00', to: '00:00' }, version: 1 };
    await world.deps.messaging.replace({ ...SCOPE, mode: 'live' }, { ...settings, sms: account }, 0);
    const live = world.partner();
    const context = { ...live, caller: { ...live.caller, mode: 'live' as const } };
    const coach = await world.useCases.createCoach(context, {
      name: 'Coach B',
      timeZone: 'UTC',
      capacity: 10,
      schedule: { ...openDays, reminders: { rules: [...rules], followUp: true } },
      services: [{ title: 'Strength session', duration: 60 }],
    });
    const bookLive = (start: string) =>
      world.useCases.createBooking(context, { coachId: coach.data.id, start, attendee: ANA });
    await bookLive(START);
    await bookLive('2026-04-14T18:00:00Z');
    await work(createCore(world.deps));
    world.passTime(30 * HOUR);
    await work(createCore(world.deps));
    world.passTime(2 * HOUR);
    await work(createCore(world.deps));
    const sms = [...world.state.deliveries.values()].filter(({ channel }) => channel === 'sms');
    expect(sms.map(({ state, code, attempt }) => [state, code, attempt])).toEqual([
      ['skipped', 'opted_out', 1],
      ['skipped', 'opted_out', 1],
    ]);
    expect(calls).toBe(1);
    expect(await world.deps.optOuts.of({ ...SCOPE, mode: 'live' }, PHONE)).toEqual(new Set(['all']));
  });

  it('opts out no number that no provider could read', async () => {
    await book({ ...ANA, phone: 'ask my mother 12345' });
    expect(await runAt(30)).toContain('reminder sms skipped no_address');
  });
});

const openDays = {
  workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '00:00', end: '24:00' })),
  slotInterval: 30,
};
