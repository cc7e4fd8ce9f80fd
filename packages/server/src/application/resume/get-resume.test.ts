import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { ABANDONED, givenAbandoned } from '../../../test/application/given-abandoned.ts';
import { givenCoach, refusalOf } from '../../../test/application/world.ts';

const AFTER = plus(ABANDONED, HOUR);
const START = '2026-04-16T15:00:00Z';
const ANA = { name: 'Ana Diaz', email: 'ana@example.com' };

const given = async (more: Parameters<typeof givenAbandoned>[0] = {}) => {
  const known = await givenAbandoned(more);
  const { world, coach, send, run, sent, id } = known;
  await send({ incentive: { type: 'percent', value: 20 } });
  await run(AFTER);
  const [mail] = await sent();
  const token = /\/resume\/(\S+)/.exec(mail!.text)![1]!;
  const open = async (now = plus(AFTER, HOUR)) =>
    (await world.useCases.getResume(world.visitor({ now }), { token })).data;
  const book = (more: object = {}, now = plus(AFTER, HOUR)) =>
    world.useCases.createBooking(world.visitor({ now }), { coachId: coach.id, start: START, attendee: ANA, ...more });
  return { ...known, token, open, book, id };
};

describe('the link of a recovery', () => {
  it('restores service, slot, details and discount', async () => {
    const { open, coach } = await given();
    const { incentive, ...data } = await open();
    expect(data).toEqual({
      state: 'open',
      coach: { id: coach.id, slug: coach.slug, name: 'Coach A' },
      service: { id: coach.services[0]!.id, title: 'Strength session' },
      chosen: START,
      slot: { start: START, end: '2026-04-16T16:00:00Z' },
      alternatives: [],
      contact: { name: 'Ana Diaz', email: 'Ana@example.com', phone: '+12125550100' },
      timeZone: 'America/New_York',
      expiresAt: '2026-04-20T17:00:00Z',
    });
    expect(incentive).toMatchObject({ type: 'percent', value: 20, code: expect.stringMatching(/^\w{8}$/) });
  });

  it('offers the three nearest free slots where another has the time', async () => {
    const { open, book } = await given();
    await book({ attendee: { name: 'Bo', email: 'bo@example.com' } });
    const { slot, chosen, alternatives } = await open();
    expect([slot, chosen]).toEqual([undefined, START]);
    expect(alternatives.map(({ start }) => start).toSorted()).toEqual([
      '2026-04-16T13:30:00Z',
      '2026-04-16T14:00:00Z',
      '2026-04-16T16:00:00Z',
    ]);
  });

  it('offers the first recommended ones where no time was chosen, and where it has passed', async () => {
    const { open } = await given({ start: undefined });
    const { slot, chosen, alternatives } = await open();
    expect([slot, chosen, alternatives.length]).toEqual([undefined, undefined, 3]);
    const late = await given();
    const passed = await late.open(plus(ABANDONED, 4 * DAY));
    expect([passed.slot, passed.chosen, passed.alternatives.length]).toEqual([undefined, START, 3]);
  });

  it('is used by a booking, which recovers what was not finished', async () => {
    const { open, book, token, run, list, id } = await given();
    const { data } = await book({ resumeToken: token, attendee: { name: 'Ana', email: 'ana.work@example.com' } });
    await run(plus(AFTER, 2 * HOUR));
    expect(await list()).toMatchObject([{ id, status: 'recovered', recoveredBy: data.id }]);
    expect(await open()).toMatchObject({ state: 'used', alternatives: [] });
    expect(await open()).not.toHaveProperty('contact');
  });

  it('recovers by a booking of another coach of the partner', async () => {
    const { world, book, token, run, list } = await given();
    const other = await givenCoach(world, { name: 'Coach B', slug: 'coach-b' });
    const { data } = await book({ coachId: other.id, resumeToken: token });
    await run(plus(AFTER, 2 * HOUR));
    expect(await list()).toMatchObject([{ status: 'recovered', recoveredBy: data.id }]);
  });

  it('refuses no booking for a token that opens nothing', async () => {
    const { book } = await given();
    expect((await book({ resumeToken: 'made.up' })).data.status).toBe('confirmed');
  });

  it('works for seven days', async () => {
    const { open } = await given();
    expect((await open(plus(AFTER, 7 * DAY - MINUTE))).state).toBe('open');
    expect(await open(plus(AFTER, 7 * DAY))).toMatchObject({ state: 'expired', alternatives: [] });
  });

  it('is revoked by a withdrawal, by the page or by the link itself', async () => {
    const { world, token, open, list } = await given();
    await world.useCases.withdrawResume(world.visitor({ now: plus(AFTER, HOUR) }), { token });
    expect(await open()).toEqual({ state: 'withdrawn', coach: expect.anything(), alternatives: [] });
    const [row] = await list();
    expect(row).toMatchObject({ status: 'withdrawn' });
    expect(row).not.toHaveProperty('lead');
    expect((await world.useCases.withdrawResume(world.visitor(), { token })).data.removed).toBe(true);
  });

  it('opens nothing once the person was erased, and for another key', async () => {
    const { world, token, sent } = await given();
    const other = world.visitor();
    const foreign = { ...other, caller: { ...other.caller, partnerId: 'b'.repeat(24) } };
    for (const [context, tried] of [
      [foreign, token],
      [world.visitor(), 'made.up'],
    ] as const)
      expect((await refusalOf(world.useCases.getResume(context, { token: tried }))).code).toBe('INTENT_NOT_FOUND');
    await world.useCases.erasePerson(world.partner({ now: plus(AFTER, HOUR) }), { email: ANA.email });
    const gone = world.useCases.getResume(world.visitor({ now: plus(AFTER, 2 * HOUR) }), { token });
    expect((await refusalOf(gone)).code).toBe('INTENT_NOT_FOUND');
    expect(await sent()).toEqual([]);
  });

  it('asks to choose again where the service is no longer offered', async () => {
    const { world, open, coach } = await given();
    await world.useCases.createService(world.partner(), { coach: coach.id, title: 'Other', duration: 30 });
    await world.useCases.deleteService(world.partner(), { coach: coach.id, id: coach.services[0]!.id });
    const data = await open();
    expect(data).toMatchObject({ state: 'open', alternatives: [], contact: { name: 'Ana Diaz' } });
    expect(data).not.toHaveProperty('service');
  });
});
