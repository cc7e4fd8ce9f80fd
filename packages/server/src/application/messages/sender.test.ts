import { beforeEach, expect, it } from 'vitest';
import { ANA, createWorld, givenCoach, type World } from '../../../test/application/world.ts';

let world: World;
const admin = () => world.person({ userId: 'd'.repeat(24), role: 'admin' });
const confirmation = async () => {
  const coach = await givenCoach(world);
  const booking = { coachId: coach.id, start: '2026-04-15T12:00:00Z', attendee: ANA };
  await world.useCases.createBooking(world.visitor(), booking);
  await world.useCases.runDue(world.partner(), { limit: 500 });
  return (await world.useCases.listTestMessages(world.partner(), { limit: 10 })).data[0]!;
};
beforeEach(() => {
  world = createWorld();
});

it('mails come from whom the partner says, and name where it is', async () => {
  await world.useCases.updateMessaging(admin(), {
    email: { senderName: 'Harbour Front Desk', replyTo: 'desk@fit.example' },
    postalAddress: 'Pier 3\n02110 Boston',
    attachCalendar: false,
  });
  const mail = await confirmation();
  expect(mail).toMatchObject({ fromName: 'Harbour Front Desk', replyTo: 'desk@fit.example' });
  expect(mail.calendar).toMatchObject({ method: 'REQUEST', attached: false });
  expect(mail.text).toMatch(/\n-- \n.*\nPier 3\n02110 Boston\n$/s);
  expect(mail.html).toContain('Pier 3<br>02110 Boston');
});

it('mails come from the brand, and carry the calendar file as an attachment, where nothing else is set', async () => {
  const mail = await confirmation();
  expect(mail.fromName).toBe('Coach booking');
  expect(mail.replyTo).toBeUndefined();
  expect(mail.calendar).toMatchObject({ method: 'REQUEST', attached: true });
});
