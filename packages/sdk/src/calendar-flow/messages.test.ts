import { describe, expect, test } from 'vitest';
import { ana, givenWeek } from '../../test/flows/given-calendar-flow.ts';
import { offline, refusal } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';

const messages = exampleOf('listBookingMessages');

describe('the messages of a booking', () => {
  test('reads the messages of a booking on request, and keeps nothing of them in the state', async () => {
    const world = await givenWeek();
    const before = world.state();
    const asked = world.flow.readMessages(ana.id);
    expect(world.last('listBookingMessages').input).toEqual({ id: ana.id });
    await world.last('listBookingMessages').answer(messages);
    expect(await asked).toEqual({ messages, problem: null });
    expect(world.state()).toBe(before);
  });

  test.each([
    [offline, { kind: 'offline' }],
    [refusal('BOOKING_NOT_FOUND'), { kind: 'stale' }],
  ])('returns the reason in the answer alone when messages cannot be read because of %s', async (error, problem) => {
    const world = await givenWeek();
    const asked = world.flow.readMessages(ana.id);
    await world.last('listBookingMessages').fail(error);
    expect(await asked).toMatchObject({ messages: [], problem: { ...problem, intent: 'readMessages' } });
    expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
  });

  test('R46 sends messages again one by one, or answers the reason', async () => {
    const world = await givenWeek();
    const again = () => world.flow.sendMessageAgain(ana.id, messages[0]!.id);
    const [sent, refused] = [again(), again()];
    const [first, second] = world.calls.filter(({ name }) => name === 'sendMessageAgain');
    expect(first!.input).toEqual({ id: ana.id, messageId: messages[0]!.id });
    await first!.answer(messages[0]);
    expect(await sent).toEqual({ message: messages[0], problem: null });
    await second!.fail(refusal('NOT_ALLOWED_NOW'));
    expect(await refused).toMatchObject({ message: null, problem: { intent: 'sendMessageAgain' } });
    expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
  });

  test('requires a session for messages: reports so where it has ended', async () => {
    const world = await givenWeek();
    const asked = world.flow.readMessages(ana.id);
    await world.last('listBookingMessages').fail(refusal('SESSION_EXPIRED'));
    expect(await asked).toMatchObject({ problem: { kind: 'signed_out' } });
    expect(world.state().phase).toBe('signed_out');
  });
});
