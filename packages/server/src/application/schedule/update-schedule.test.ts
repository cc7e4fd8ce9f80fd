import { describe, expect, it } from 'vitest';
import { defaultSchedule } from '../../domain/schedule/schedule.ts';
import { createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const given = async () => {
  const world = createWorld();
  const { id: coach } = await givenCoach(world, { timeZone: 'Europe/Berlin' });
  const read = async () => (await world.useCases.getSchedule(world.partner(), { coach })).data;
  return { world, coach, read };
};

describe('updateSchedule', () => {
  it('replaces what is absent by its default', async () => {
    const { world, coach, read } = await given();
    const { data } = await world.useCases.updateSchedule(world.partner(), {
      coach,
      timeZone: 'UTC',
      bufferAfter: 15,
    });
    expect(data).toEqual({
      ...defaultSchedule,
      bufferAfter: 15,
      dateOverrides: [],
      version: 2,
      scheduleVersion: 2,
      conflicts: [],
    });
    expect(await read()).toEqual(data);
  });

  it('replaces the whole schedule, as it is read', async () => {
    const { world, coach } = await given();
    const whole = {
      timeZone: 'Asia/Kathmandu',
      workingHours: [{ dayOfWeek: 0, start: '18:00', end: '24:00' }],
      breaks: [{ dayOfWeek: 0, start: '20:00', end: '20:15' }],
      slotInterval: 20,
      defaultDuration: 40,
      bufferBefore: 5,
      bufferAfter: 10,
      minimumNotice: 90,
      bookingWindow: 7,
      sameDayBooking: false,
      autoConfirm: false,
      reminders: { rules: [{ channel: 'sms' as const, minutesBefore: 15 }], followUp: false },
    };
    const { data } = await world.useCases.updateSchedule(world.partner(), { coach, ...whole });
    expect(data).toEqual({ ...whole, dateOverrides: [], version: 2, scheduleVersion: 2, conflicts: [] });
    expect((await world.useCases.getCoach(world.visitor(), { coach })).data.timeZone).toBe('Asia/Kathmandu');
  });

  it('keeps date overrides and time off', async () => {
    const { world, coach } = await given();
    const ranges = [{ start: '10:00', end: '12:00' }];
    await world.useCases.setDateOverride(world.partner(), { coach, date: '2026-04-20', ranges });
    await world.useCases.addTimeOff(world.partner(), {
      coach,
      start: '2026-05-01T00:00:00Z',
      end: '2026-05-02T00:00:00Z',
    });
    const { data } = await world.useCases.updateSchedule(world.partner(), { coach, timeZone: 'Europe/Berlin' });
    expect(data.dateOverrides).toEqual([{ date: '2026-04-20', ranges }]);
    expect((await world.useCases.listTimeOff(world.partner(), { coach })).data).toHaveLength(1);
  });

  it('changes slots at once, in another process too', async () => {
    const { world, coach } = await given();
    const elsewhere = createWorld({ stores: world.deps });
    const day = { coach, from: '2026-04-14', to: '2026-04-14' };
    expect((await elsewhere.useCases.listSlots(world.visitor(), day)).data.slots.length).toBeGreaterThan(1);
    await world.useCases.updateSchedule(world.partner(), {
      coach,
      timeZone: 'UTC',
      workingHours: everyDay('20:00', '21:00'),
    });
    expect((await elsewhere.useCases.listSlots(world.visitor(), day)).data.slots).toEqual([
      { start: '2026-04-14T20:00:00Z', end: '2026-04-14T21:00:00Z' },
    ]);
  });

  it('changes nothing when anything is wrong, and returns all problems', async () => {
    const { world, coach, read } = await given();
    const before = await read();
    const wrong = {
      timeZone: 'Nowhere',
      workingHours: everyDay('09:00', '09:00').slice(0, 1),
      breaks: [{ dayOfWeek: 1, start: '24:00', end: '25:00' }],
      bookingWindow: 731,
    };
    const refusal = await refusalOf(world.useCases.updateSchedule(world.partner(), { coach, ...wrong }));
    expect(refusal.code).toBe('SCHEDULE_INVALID');
    const paths = refusal.details!.problems!.map(({ path }) => path);
    expect(paths).toEqual(['timeZone', 'workingHours[0].end', 'breaks[0].start', 'breaks[0].end', 'bookingWindow']);
    expect(await read()).toEqual(before);
  });

  it('changes nothing in a dry run, which returns the version that would be', async () => {
    const { world, coach, read } = await given();
    const before = await read();
    const { data } = await world.useCases.updateSchedule(world.partner({ dryRun: true }), {
      coach,
      timeZone: 'Europe/Berlin',
      bufferAfter: 15,
    });
    expect(data).toMatchObject({ bufferAfter: 15, version: 2 });
    expect(await read()).toEqual(before);
  });

  it('allows changes of the caller’s own coach only', async () => {
    const { world, coach } = await given();
    const otherPartner = world.partner({ caller: { ...world.partner().caller, partnerId: 'b'.repeat(24) } });
    for (const tried of [
      world.useCases.updateSchedule(otherPartner, { coach, timeZone: 'UTC' }),
      world.useCases.getSchedule(otherPartner, { coach }),
    ]) {
      expect((await refusalOf(tried)).code).toBe('COACH_NOT_FOUND');
    }
  });
});

describe('some of a schedule is changed', () => {
  it('V09 keeps all else, the zone first of all', async () => {
    const { world, coach, read } = await given();
    const before = await read();
    const { data } = await world.useCases.patchSchedule(world.partner(), { coach, minimumNotice: 120 });
    expect(data).toEqual({ ...before, minimumNotice: 120, version: 2, scheduleVersion: 2 });
  });

  it('changes nothing when what comes of it is wrong', async () => {
    const { world, coach } = await given();
    const tried = world.useCases.patchSchedule(world.partner(), { coach, timeZone: 'Nowhere' });
    expect((await refusalOf(tried)).details!.problems!.map(({ path }) => path)).toEqual(['timeZone']);
  });
});

describe('V08 who names the schedule that they read', () => {
  const ways = [
    ['scheduleVersion', (version: number) => ({ scheduleVersion: version })],
    ['If-Match', (version: number) => ({ ifMatch: `"${version}"` })],
    ['If-Match without quotes', (version: number) => ({ ifMatch: `${version}` })],
  ] as const;

  it.each(ways)('overwrites no other’s change by %s (R28)', async (_, named) => {
    const { world, coach, read } = await given();
    const { scheduleVersion } = await read();
    const sunday = { coach, timeZone: 'Europe/Berlin', workingHours: everyDay('09:00', '17:00').slice(1) };
    await world.useCases.updateSchedule(world.partner(), { ...sunday, ...named(scheduleVersion) });
    const stored = await read();
    for (const write of [world.useCases.updateSchedule, world.useCases.patchSchedule]) {
      const late = write(world.partner(), { ...sunday, workingHours: [], ...named(scheduleVersion) });
      expect(await refusalOf(late)).toMatchObject({ code: 'VERSION_CONFLICT', details: { version: 2 } });
    }
    expect(await read()).toEqual(stored);
    const again = { ...sunday, ...named(stored.scheduleVersion) };
    expect((await world.useCases.updateSchedule(world.partner(), again)).data.scheduleVersion).toBe(3);
  });

  it('ignores changes of a service, an absence or a special date, which are no part of it (R28)', async () => {
    const { world, coach, read } = await given();
    const before = await read();
    await world.useCases.createService(world.partner(), { coach, title: 'Rowing', duration: 45 });
    await world.useCases.setDateOverride(world.partner(), { coach, date: '2026-04-20', ranges: [] });
    const after = await read();
    expect([after.version, after.scheduleVersion]).toEqual([before.version + 2, before.scheduleVersion]);
  });

  it('goes on with `*`, which is whatever there is', async () => {
    const { world, coach } = await given();
    const { data } = await world.useCases.patchSchedule(world.partner(), { coach, bufferAfter: 5, ifMatch: '*' });
    expect(data.bufferAfter).toBe(5);
  });
});
