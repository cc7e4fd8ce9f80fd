import { describe, expect, it } from 'vitest';
import { asCoach, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { MINUTE } from '@coach-booking/time/units';
import { ANA, createWorld, givenCoach, PARTNER, refusalOf } from '../../../test/application/world.ts';

const START = '2026-04-14T09:00:00Z';

const given = async () => {
  const world = createWorld();
  const coach = await givenCoach(world);
  const input = { coachId: coach.coachId, serviceId: coach.serviceId!, start: START, attendee: ANA };
  const { data: booking } = await world.useCases.createBooking(world.visitor(), input);
  const { id } = booking;
  const works = async (token: string) =>
    world.useCases.getBooking(world.guest(token), { id }).then(
      () => true,
      (error: { code: string }) => error.code,
    );
  const renew = async (context = world.guest(booking.manageToken)) =>
    (await world.useCases.renewManageLink(context, { id })).data;
  const revoke = async (context = world.guest(booking.manageToken)) =>
    (await world.useCases.revokeManageLink(context, { id })).data;
  return { world, coach, booking, id, works, renew, revoke };
};

describe('S22 a manage link', () => {
  it('lets its holder renew a link: the old one stops at once, the new one works as long', async () => {
    const { booking, works, renew } = await given();
    const link = await renew();
    expect(link).toEqual({
      manageToken: link.manageToken,
      manageUrl: `https://book.example/manage/${link.manageToken}`,
      expiresAt: '2026-07-13T10:00:00Z',
    });
    expect([await works(booking.manageToken!), await works(link.manageToken)]).toEqual(['BOOKING_NOT_FOUND', true]);
  });

  it('leads to the page of the partner in its mode, while that is on an allowed origin', async () => {
    const { world, booking, renew } = await given();
    const partner = {
      id: PARTNER,
      slug: 'fit',
      name: 'Fit',
      hosts: [],
      keys: [],
      branding: {},
      limits: {},
      allowedOrigins: ['https://fit.example'],
      manageUrls: { test: 'https://fit.example/my-booking', live: 'https://fit.example/live' },
      version: 1,
    };
    await world.deps.partners.insert(partner);
    world.passTime(MINUTE);
    const link = await renew();
    expect(link.manageUrl).toBe(`https://fit.example/my-booking#manage-token=${link.manageToken}`);
    await world.deps.partners.replace({ ...partner, allowedOrigins: [], version: 2 }, 1);
    world.passTime(MINUTE);
    const hosted = await renew(world.guest(link.manageToken));
    expect(hosted.manageUrl).toBe(`https://book.example/manage/${hosted.manageToken}`);
    expect(booking.manageUrl).toBe(`https://book.example/manage/${booking.manageToken}`);
  });

  it('revokes a link: none works until a new one is made', async () => {
    const { world, coach, id, booking, works, renew, revoke } = await given();
    expect(await revoke()).toEqual({ id, removed: true });
    expect([await works(booking.manageToken!), (await refusalOf(renew())).code]).toEqual([
      'BOOKING_NOT_FOUND',
      'BOOKING_NOT_FOUND',
    ]);
    expect(await works((await renew(asCoach(world, coach))).manageToken)).toBe(true);
  });

  it('changes no link in a dry run', async () => {
    const { world, booking, works, renew, revoke } = await given();
    const trying = { ...world.guest(booking.manageToken), dryRun: true };
    const { manageToken } = await renew(trying);
    await revoke(trying);
    expect([await works(booking.manageToken!), await works(manageToken)]).toEqual([true, 'BOOKING_NOT_FOUND']);
  });

  it('renews a link once when two holders renew it at the same time', async () => {
    const { works, renew } = await given();
    const outcomes = await Promise.allSettled([renew(), renew()]);
    const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(made).toHaveLength(1);
    expect(await works(made[0]!.manageToken)).toBe(true);
  });

  it('costs no change of the booking when the coach renews it while the attendee moves', async () => {
    const { world, coach, id, booking, works, renew } = await given();
    const moving = world.useCases.rescheduleBooking(world.guest(booking.manageToken), {
      id,
      start: '2026-04-14T11:00:00Z',
    });
    const [moved, renewed] = await Promise.allSettled([moving, renew(asCoach(world, coach))]);
    expect(renewed.status).toBe('fulfilled');
    const stored = (await world.useCases.getBooking(world.partner(), { id })).data;
    expect(stored.start).toBe(moved.status === 'fulfilled' ? '2026-04-14T11:00:00Z' : START);
    expect(await works(booking.manageToken!)).toBe('BOOKING_NOT_FOUND');
  });

  it('records in the audit log that a link ends, for every caller', async () => {
    const { world, coach, id, booking, renew, revoke } = await given();
    const { manageToken } = await renew();
    await renew(asCoach(world, coach));
    await revoke(world.partner());
    expect(await refusalOf(world.useCases.revokeManageLink(world.guest(manageToken), { id }))).toMatchObject({
      code: 'BOOKING_NOT_FOUND',
    });
    expect(world.state.audit.map(({ action, subject, by }) => [action, subject.id, by.kind])).toEqual([
      ['coach.created', booking.coachId, 'partner'],
      ['booking.link_renewed', booking.id, 'visitor'],
      ['booking.link_renewed', booking.id, 'person'],
      ['booking.link_revoked', booking.id, 'partner'],
    ]);
  });

  it('lets the client with a session renew a link, and no other client', async () => {
    const { world, coach } = await given();
    const [ana, bo] = [await givenClient(world), await givenClient(world, { name: 'Bo Li', email: 'bo@example.com' })];
    const { id } = await bookAs(world, ana, coach, '2026-04-15T09:00:00Z');
    expect((await world.useCases.renewManageLink(ana.me(), { id })).data.manageToken).toBeTruthy();
    for (const act of ['renewManageLink', 'revokeManageLink'] as const)
      expect((await refusalOf(world.useCases[act](bo.me(), { id }))).code).toBe('BOOKING_NOT_FOUND');
  });
});
