import { describe, expect, test } from 'vitest';
import { ana, givenWeek } from '../../test/flows/given-calendar-flow.ts';
import { offline, refusal } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';

const link = exampleOf('renewManageLink');

describe('S22 the manage link of a booking', () => {
  test('renews the manage link: returns it once and keeps nothing of it in the state', async () => {
    const world = await givenWeek();
    const before = world.state();
    const renewed = world.flow.changeManageLink(ana.id, 'renew');
    expect(world.last('renewManageLink').input).toEqual({ id: ana.id });
    await world.last('renewManageLink').answer(link);
    expect(await renewed).toEqual({ link, problem: null });
    expect(world.state()).toBe(before);
  });

  test('revokes the manage link', async () => {
    const world = await givenWeek();
    const revoked = world.flow.changeManageLink(ana.id, 'revoke');
    expect(world.last('revokeManageLink').input).toEqual({ id: ana.id });
    await world.last('revokeManageLink').answer({ id: ana.id, removed: true });
    expect(await revoked).toEqual({ link: null, problem: null });
  });

  test.each([
    [offline, { kind: 'offline' }],
    [refusal('BOOKING_NOT_FOUND'), { kind: 'stale', code: 'BOOKING_NOT_FOUND' }],
    [refusal('VERSION_CONFLICT'), { kind: 'stale' }],
  ])('returns the reason of a link that fails with %s in the answer, and nowhere else', async (error, problem) => {
    const world = await givenWeek();
    for (const act of ['renew', 'revoke'] as const) {
      const asked = world.flow.changeManageLink(ana.id, act);
      const intent = `${act}ManageLink`;
      await world.last(intent).fail(error);
      expect(await asked).toMatchObject({ link: null, problem: { ...problem, intent, bookingId: ana.id } });
    }
    expect(world.state()).toMatchObject({ phase: 'ready', problem: null });
    world.flow.retry();
    expect(world.count('renewManageLink')).toBe(1);
  });

  test('requires the sign-in for a manage link without a session', async () => {
    const world = await givenWeek();
    const asked = world.flow.changeManageLink(ana.id, 'renew');
    await world.last('renewManageLink').fail(refusal('SESSION_EXPIRED'));
    expect((await asked).problem).toMatchObject({ kind: 'signed_out' });
    expect(world.state()).toMatchObject({ phase: 'signed_out', problem: { kind: 'signed_out' } });
  });
});
