import { describe, expect, it } from 'vitest';
import { defaultSchedule } from '../../domain/schedule/schedule.ts';
import { createWorld, everyDay, givenCoach, refusalOf } from '../../../test/application/world.ts';

const given = async () => {
  const world = createWorld();
  const { id: coach } = await givenCoach(world, { timeZone: 'Europe/Berlin' });
  const read = async () => (await world.useCases.getSchedule(world.partner(), { coach })).data;
  return { world, coach, read };
};

describe('a schedule is replaced', () => {
  it('and what is absent takes its default, the zone too', async () => {
    const { world, coach, read } = await given();
    const { data } = await world.useCases.updateSchedule(world.partner(), { coach, bufferAfter: 15 });
    expect(data).toEqual({ ...defaultSchedule, bufferAfter: 15, dateOverrides: [], version: 2, conflicts: [] });
    expect(await read()).toEqual(data);
  });

  it('whole, as it is read', async () => {
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
    expect(data).toEqual({ ...whole, dateOverrides: [], version: 2, conflicts: [] });
    expect((await world.useCases.getCoach(world.visitor(), { coach })).data.timeZone).toBe('Asia/Kathmandu');
  });

  it('and date overrides and time off stay', async () => {
    const { world, coach } = await given();
    const ranges = [{ start: '10:00', end: '12:00' }];
    await world.useCases.setDateOverride(world.partner(), { coach, date: '2026-04-20', ranges });
    await world.useCases.addTimeOff(world.partner(), {
      coach,
      start: '2026-05-01T00:00:00Z',
      end: '2026-05-02T00:00:00Z',
    });
    const { data } = await world.useCases.updateSchedule(world.partner(), { coach });
    expect(data.dateOverrides).toEqual([{ date: '2026-04-20', ranges }]);
    expect((await world.useCases.listTimeOff(world.partner(), { coach })).data).toHaveLength(1);
  });

  it('and slots follow at once, in another process too', async () => {
    const { world, coach } = await given();
    const elsewhere = createWorld({ stores: world.deps });
    const day = { coach, from: '2026-04-14', to: '2026-04-14' };
    expect((await elsewhere.useCases.listSlots(world.visitor(), day)).data.slots.length).toBeGreaterThan(1);
    await world.useCases.updateSchedule(world.partner(), { coach, workingHours: everyDay('20:00', '21:00') });
    expect((await elsewhere.useCases.listSlots(world.visitor(), day)).data.slots).toEqual([
      { start: '2026-04-14T20:00:00Z', end: '2026-04-14T21:00:00Z' },
    ]);
  });

  it('in no way when anything is wrong, and all of it is told', async () => {
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

  it('in no way by a dry run, which tells the version that would be', async () => {
    const { world, coach, read } = await given();
    const before = await read();
    const { data } = await world.useCases.updateSchedule(world.partner({ dryRun: true }), { coach, bufferAfter: 15 });
    expect(data).toMatchObject({ bufferAfter: 15, version: 2 });
    expect(await read()).toEqual(before);
  });

  it('for the own coach only', async () => {
    const { world, coach } = await given();
    const stranger = world.partner({ caller: { ...world.partner().caller, partnerId: 'b'.repeat(24) } });
    for (const tried of [
      world.useCases.updateSchedule(stranger, { coach }),
      world.useCases.getSchedule(stranger, { coach }),
    ]) {
      expect((await refusalOf(tried)).code).toBe('COACH_NOT_FOUND');
    }
  });
});
