import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '@coach-booking/time/units';
import { givenMicrosoft, LIVE, MAIN, SOURCE, type GivenMicrosoft } from '../../../test/graph/given-microsoft.ts';
import type { Fault } from '../../../test/graph/fake-graph.ts';
import { ANA } from '../../../test/application/world.ts';
import { calendarRecordId } from '../../domain/external-record/external-record.ts';
import { drainAll } from '../messages/drain.ts';
import { createMicrosoftRecords } from '../microsoft/microsoft-records.ts';
import type { Core } from '../ports/core.ts';
import { recordWork } from './record-work.ts';

let given: GivenMicrosoft;
beforeEach(async () => {
  given = await givenMicrosoft();
  await given.connect([MAIN], { writesTo: MAIN, writesDetail: 'full' });
});
afterEach(() => given.close());

/** Another process, which writes into Outlook by the network. */
const process = (): Core => {
  const core: Core = { ...given.process(), recordAdapters: () => ({ microsoft: createMicrosoftRecords(core) }) };
  return core;
};
const pass = async (core = process()) => {
  await drainAll(core);
  await recordWork(core);
};
const events = () => [...given.graph.events.values()];
const book = async () => {
  const { world, coachId } = given;
  const { data: coach } = await world.useCases.getCoach(world.partner(), { coach: coachId });
  const start = '2026-04-14T10:00:00Z';
  const session = { coachId, serviceId: coach.services![0]!.id, start, attendee: ANA };
  return (await world.useCases.createBooking(world.visitor(), session)).data;
};
const record = async (id: string) => (await given.core.externalRecords.byId(LIVE, calendarRecordId(id, SOURCE)))!;

describe('a booking in a calendar of Outlook', () => {
  it('is written, moved and removed with the booking, which asks Graph for nothing', async () => {
    const { id } = await book();
    expect(given.graph.asked).toEqual([]);
    await pass();
    expect(events()).toMatchObject([
      {
        calendarId: MAIN,
        start: { dateTime: '2026-04-14T10:00:00.0000000' },
        subject: expect.stringContaining('Ana') as string,
      },
    ]);
    const { world } = given;
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-14T14:00:00Z' });
    await pass();
    expect(events()).toMatchObject([{ start: { dateTime: '2026-04-14T14:00:00.0000000' } }]);
    await world.useCases.cancelBooking(world.partner(), { id });
    await pass();
    expect(events()).toEqual([]);
  });

  it('is written once by two processes at the same time', async () => {
    await book();
    await Promise.all([pass(), pass()]);
    expect(events()).toHaveLength(1);
  });

  it.each<Fault>(['lost', 'half', 'silent', 'page', 503, 429])(
    'is written once when Graph answers %s',
    async (fault) => {
      const { id } = await book();
      given.graph.fail(fault);
      await pass();
      for (let minutes = 0; minutes < 3; minutes += 1) {
        given.world.passTime(MINUTE);
        await pass();
      }
      expect(events()).toHaveLength(1);
      expect((await record(id)).state).toBe('done');
    },
  );

  /** Passes with a process that dies at its first request to Graph. */
  const die = (when: 'before' | 'after') =>
    new Promise<void>((died) => {
      const core = process();
      const send: Core['outbound']['send'] = async (call) => {
        if (when === 'after') await core.outbound.send(call);
        died();
        return new Promise(() => undefined);
      };
      const dying: Core = { ...core, outbound: { ...core.outbound, send } };
      void pass({ ...dying, recordAdapters: () => ({ microsoft: createMicrosoftRecords(dying) }) });
    });

  it.each(['before', 'after'] as const)('stays one event when a process dies %s its requests', async (when) => {
    const { world } = given;
    const { id } = await book();
    await die(when);
    world.passTime(5 * MINUTE);
    await pass();
    expect(events()).toHaveLength(1);
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-14T14:00:00Z' });
    await die(when);
    world.passTime(5 * MINUTE);
    await pass();
    expect(events()).toMatchObject([{ start: { dateTime: '2026-04-14T14:00:00.0000000' } }]);
    await world.useCases.cancelBooking(world.partner(), { id });
    await die(when);
    world.passTime(5 * MINUTE);
    await pass();
    expect(events()).toEqual([]);
  });

  it('is noted as moved in Outlook, and stands where the booking is', async () => {
    const { id } = await book();
    await pass();
    const [event] = events();
    const there = { dateTime: '2026-04-14T07:00:00.0000000', timeZone: 'UTC' };
    given.graph.events.set(event!.id!, { ...event!, start: there, changeKey: 'of-outlook' });
    const { world } = given;
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-14T14:00:00Z' });
    await pass();
    expect((await record(id)).overwrittenAt).toBeDefined();
    expect(events()).toMatchObject([{ start: { dateTime: '2026-04-14T14:00:00.0000000' } }]);
  });

  it('is made anew when it was deleted in Outlook and moves', async () => {
    const { id } = await book();
    await pass();
    given.graph.events.clear();
    const { world } = given;
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-14T14:00:00Z' });
    await pass();
    expect(events()).toMatchObject([{ start: { dateTime: '2026-04-14T14:00:00.0000000' } }]);
  });
});
