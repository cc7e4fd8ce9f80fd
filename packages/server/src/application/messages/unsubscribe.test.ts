import { beforeEach, describe, expect, it } from 'vitest';
import { instant, minus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, NOW, type World } from '../../../test/application/world.ts';
import { unsubscribe } from './unsubscribe.ts';

const START = '2026-04-15T09:00:00Z';
const DAY_BEFORE = minus(instant(Date.parse(START)), 24 * HOUR);

let world: World;
let coachId: string;
beforeEach(async () => {
  world = createWorld();
  const coach = await givenCoach(world, {
    capacity: 5,
    schedule: {
      workingHours: everyDay('09:00', '17:00'),
      reminders: { rules: [{ channel: 'email', minutesBefore: 1440 }], followUp: true },
    },
  });
  coachId = coach.id;
});

const book = async (more: object = {}) =>
  (await world.useCases.createBooking(world.visitor(), { coachId, start: START, attendee: ANA, ...more })).data;
const runAt = async (now = NOW) =>
  (await world.useCases.runDue(world.partner({ now }), { limit: 500 })).data.messages
    .filter(({ to }) => to.role === 'attendee')
    .map(({ kind, state, code }) => [kind, state, code].filter(Boolean).join(' '));
const mails = async () => (await world.useCases.listTestMessages(world.partner(), { limit: 100 })).data;

describe('the link below a mail to unsubscribe', () => {
  it('stands in reminders, for people and for mail programs, and in no confirmation', async () => {
    await book();
    await runAt();
    await runAt(DAY_BEFORE);
    const [confirmed, reminder] = await mails();
    expect(confirmed!.headers).not.toHaveProperty('List-Unsubscribe');
    expect(confirmed!.text).not.toContain('/u/');
    const address = /https:\S+\/u\/\S+/.exec(reminder!.text)![0];
    expect(reminder!.html).toContain(address);
    expect(reminder!.headers).toMatchObject({
      'List-Unsubscribe': `<${address}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(Buffer.from(address.split('/u/')[1]!, 'base64url').toString()).not.toContain(ANA.email);
  });

  it('ends mails of this kind from all coaches of the partner, and no others', async () => {
    const { id: bookingId } = await book();
    const { partnerId, mode } = world.partner().caller;
    const token = world.deps.tokens.signUnsubscribe({ subjectId: bookingId, partnerId, mode, kind: 'reminder' });
    for (let times = 0; times < 2; times++) expect(await unsubscribe(world.deps, token)).toBe(true);
    await book({ start: '2026-04-15T13:00:00Z', attendee: { ...ANA, email: 'ANA@example.com' } });
    expect(await runAt()).toEqual(['confirmed sent', 'confirmed sent']);
    expect(await runAt(DAY_BEFORE)).toEqual(['reminder skipped opted_out']);
  });

  it('rejects a link without a signature, or of another partner', async () => {
    const { id: bookingId } = await book();
    const other = { subjectId: bookingId, partnerId: 'b'.repeat(24), mode: 'test', kind: 'reminder' } as const;
    expect(await unsubscribe(world.deps, 'made-up')).toBe(false);
    expect(await unsubscribe(world.deps, world.deps.tokens.signUnsubscribe(other))).toBe(false);
  });

  it('notes nothing of a person who was erased', async () => {
    const { id: bookingId } = await book();
    const { partnerId, mode } = world.partner().caller;
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    const token = world.deps.tokens.signUnsubscribe({ subjectId: bookingId, partnerId, mode, kind: 'reminder' });
    expect(await unsubscribe(world.deps, token)).toBe(true);
    const contact = { channel: 'email', address: ANA.email } as const;
    expect(await world.deps.optOuts.of({ partnerId, mode }, contact)).toEqual(new Set());
  });
});
