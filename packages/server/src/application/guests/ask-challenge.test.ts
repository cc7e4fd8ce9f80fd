import { describe, expect, it } from 'vitest';
import { createUseCases } from '../create-use-cases.ts';
import type { Challenges, Verdict } from '../ports/challenges.ts';
import { ANA, createWorld, givenCoach, PARTNER, refusalOf } from '../../../test/application/world.ts';

const FIT = { slug: 'fit', name: 'Fit', allowedOrigins: [], hosts: [], keys: [], branding: {}, limits: {}, version: 1 };

/** Creates a partner with a challenge, and a provider by whose rules a token works once. */
const given = async (verdict: Verdict = 'ok', challenge = true) => {
  const world = createWorld();
  await world.deps.partners.insert({ id: PARTNER, ...FIT, challenge });
  const { coachId, serviceId } = await givenCoach(world);
  const seen: string[] = [];
  const challenges: Challenges = {
    offered: { provider: 'turnstile', siteKey: 'site' },
    verify: async (token) => {
      const isNew = !seen.includes(token);
      seen.push(token);
      return isNew ? verdict : 'refused';
    },
  };
  const useCases = createUseCases({ ...world.deps, challenges });
  const book = (more: object = {}, context = world.visitor(), hour = 9) =>
    useCases.createBooking(context, {
      coachId,
      serviceId: serviceId!,
      start: `2026-04-14T${String(hour).padStart(2, '0')}:00:00Z`,
      attendee: ANA,
      ...more,
    });
  const slots = async (context = world.visitor(), more: object = { include: 'coach' }) =>
    (await useCases.listSlots(context, { coach: coachId, from: '2026-04-14', to: '2026-04-14', ...more })).data
      .challenge;
  return { world, useCases, seen, book, slots };
};

describe('S7 a partner with a challenge for visitors', () => {
  it('accepts a token that the provider accepts, and asks the provider once', async () => {
    const { book, seen } = await given();
    expect((await book({ challengeToken: 't1' })).data.id).toBeTruthy();
    expect(seen).toEqual(['t1']);
  });

  it('refuses a visitor without a token, and one with a used token, and stores nothing', async () => {
    const { world, book } = await given();
    expect((await refusalOf(book())).code).toBe('CHALLENGE_REQUIRED');
    expect(world.state.bookings.size).toBe(0);
    await book({ challengeToken: 't1' });
    expect((await refusalOf(book({ challengeToken: 't1' }, world.visitor(), 11))).code).toBe('CHALLENGE_FAILED');
    expect(world.state.bookings.size).toBe(1);
  });

  it('answers a repeated request as before, with the used token, another one or none', async () => {
    const { world, book, seen } = await given();
    const again = world.visitor({ idempotencyKey: 'once' });
    const { data } = await book({ challengeToken: 't1' }, again);
    for (const more of [{ challengeToken: 't1' }, { challengeToken: 't2' }, {}])
      expect((await book(more, again)).data.id).toBe(data.id);
    expect(seen).toEqual(['t1']);
  });

  it('accepts visitors while the provider does not answer, since the caps still hold', async () => {
    const { book } = await given('unreachable');
    expect((await book({ challengeToken: 't1' })).data.id).toBeTruthy();
  });

  it('challenges neither the partner’s server nor the coach side, nor a dry run', async () => {
    const { world, book, seen } = await given();
    await book({}, world.partner());
    await book({}, world.visitor({ dryRun: true }), 11);
    expect(seen).toEqual([]);
  });

  it('announces the challenge to the widget with the coach, and to no other caller', async () => {
    const { world, slots } = await given();
    expect(await slots()).toEqual({ provider: 'turnstile', siteKey: 'site' });
    expect(await slots(world.visitor(), {})).toBeUndefined();
    expect(await slots(world.partner())).toBeUndefined();
  });

  it('challenges no one while it is off, which is the default', async () => {
    const { book, slots, seen } = await given('ok', false);
    await book({ challengeToken: 'left over' });
    expect([await slots(), seen]).toEqual([undefined, []]);
  });

  it('switches it on and off, and only where the server has a provider', async () => {
    const { world, useCases } = await given('ok', false);
    expect((await useCases.updatePartner(world.partner(), { challenge: true })).data.challenge).toBe(true);
    expect((await useCases.updatePartner(world.partner(), { challenge: false })).data.challenge).toBe(false);
    expect((await refusalOf(world.useCases.updatePartner(world.partner(), { challenge: true }))).code).toBe(
      'CHALLENGE_UNAVAILABLE',
    );
    expect((await world.useCases.updatePartner(world.partner(), { challenge: false })).data.challenge).toBe(false);
  });
});
