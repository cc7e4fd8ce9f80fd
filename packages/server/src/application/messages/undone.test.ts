import { beforeEach, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { ANA, createWorld, everyDay, givenCoach, NOW, type World } from '../../../test/application/world.ts';

const START = '2026-04-15T09:00:00Z';
const LATER = NOW + 5 * MINUTE;

let world: World;
let id: string;
beforeEach(async () => {
  world = createWorld();
  const schedule = {
    workingHours: everyDay('00:00', '24:00'),
    slotInterval: 30,
    autoConfirm: false,
    reminders: { rules: [], followUp: true },
  };
  const coach = await givenCoach(world, { schedule });
  const request = { coachId: coach.id, start: START, attendee: ANA };
  id = (await world.useCases.createBooking(world.visitor(), request)).data.id;
});

/** Returns the messages sent and skipped to the attendee at an instant, as `kind state code`. */
const runAt = async (now: number) => {
  const { data } = await world.useCases.runDue(world.partner({ now: instant(now) }), { limit: 500 });
  return data.messages
    .filter(({ to }) => to.role === 'attendee')
    .map(({ kind, state, code }) => [kind, state, code].filter(Boolean).join(' '));
};
const at = (now: number) => world.partner({ now: instant(now) });
const confirm = async (now: number, more: object = {}) =>
  (await world.useCases.confirmBooking(at(now), { id, ...more })).data.version;
const undo = async (now: number, version: number) => world.useCases.undoBooking(at(now), { id, version });

describe('R20 a confirmation that is taken back', () => {
  it('sends an undone confirmation two minutes later to its recipients, as a request that waits again', async () => {
    expect(await runAt(NOW)).toEqual(['requested sent']);
    const version = await confirm(NOW);
    expect(await runAt(NOW)).toEqual(['confirmed sent']);
    await undo(LATER, version);
    expect(await runAt(LATER)).toEqual([]);
    expect(await runAt(LATER + 2 * MINUTE)).toEqual(['requested sent']);
    const { data } = await world.useCases.listTestMessages(world.partner(), { limit: 10, bookingId: id });
    expect(data.at(-1)!.text).toContain('until then, nothing is fixed');
    expect(data.at(-1)!.calendar!.content).toContain('STATUS:TENTATIVE');
  });

  it('sends a refusal of an undone confirmation as a refusal, and as nothing else when it comes at once', async () => {
    const version = await confirm(NOW);
    await runAt(NOW);
    await undo(LATER, version);
    await world.useCases.cancelBooking(at(LATER + MINUTE), { id });
    expect(await runAt(LATER + MINUTE)).toEqual(['declined sent']);
    expect(await runAt(LATER + 2 * MINUTE)).toEqual(['requested skipped superseded']);
  });

  it('sends nothing about the wait of a confirmation that is given again', async () => {
    const version = await confirm(NOW);
    await runAt(NOW);
    await undo(LATER, version);
    await confirm(LATER + MINUTE, { notify: false });
    expect(await runAt(LATER + 2 * MINUTE)).toEqual(['requested skipped superseded']);
  });

  it('confirms no second time when the confirmation is given again before the undo was sent', async () => {
    const version = await confirm(NOW);
    expect(await runAt(NOW)).toContain('confirmed sent');
    await undo(LATER, version);
    await confirm(LATER + MINUTE);
    expect(await runAt(LATER + MINUTE)).toEqual(['confirmed skipped superseded']);
    expect(await runAt(LATER + 2 * MINUTE)).toEqual(['requested skipped superseded']);
  });

  it('confirms anew when the confirmation is given again after the undo was sent', async () => {
    const version = await confirm(NOW);
    await runAt(NOW);
    await undo(LATER, version);
    expect(await runAt(LATER + 2 * MINUTE)).toEqual(['requested sent']);
    await confirm(LATER + 3 * MINUTE);
    expect(await runAt(LATER + 3 * MINUTE)).toEqual(['confirmed sent']);
  });

  it('confirms once when the confirmation is undone and given again before it was sent', async () => {
    await runAt(NOW);
    const version = await confirm(NOW);
    await undo(NOW, version);
    await confirm(NOW);
    const sent = [...(await runAt(NOW)), ...(await runAt(NOW + 2 * MINUTE))].filter((one) => one.includes('sent'));
    expect(sent).toEqual(['confirmed sent']);
  });

  it.each([
    ['before it was told', {}],
    ['of which nobody was told', { notify: false }],
  ])('sends nothing about a confirmation undone %s', async (_, wish) => {
    await runAt(NOW);
    const version = await confirm(NOW, wish);
    await undo(NOW, version);
    const sent = [...(await runAt(NOW)), ...(await runAt(NOW + 2 * MINUTE))];
    expect(sent.filter((message) => message.includes('sent'))).toEqual([]);
    expect(sent).toContain('requested skipped superseded');
  });
});

it('R20 sends no follow-up of a no-show that is undone within two minutes', async () => {
  const missed = Date.parse(START) + 2 * HOUR;
  await confirm(NOW);
  await runAt(NOW);
  const { data } = await world.useCases.markNoShow(at(missed), { id });
  expect(await runAt(missed)).toEqual([]);
  await undo(plus(instant(missed), MINUTE), data.version);
  expect(await runAt(missed + 2 * MINUTE)).toEqual(['follow_up skipped superseded']);
});
