import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '@coach-booking/time/units';
import { givenMeetings } from '../../../test/application/given-meetings.ts';
import { NOW } from '../../../test/application/world.ts';

describe('R11 a meeting in mode test', () => {
  it('is made up by runDue, the same for the same booking, at a host that cannot exist', async () => {
    const { book, runDue, videoOf, zoom, recordOf, work } = await givenMeetings({ provider: 'zoom' }, 'test');
    const { id } = await book();
    await work();
    expect(await videoOf(id)).toMatchObject({ state: 'preparing' });
    expect((await runDue(NOW)).data.records).toBe(1);
    expect(await videoOf(id)).toMatchObject({ state: 'ready', password: expect.stringMatching(/^\d{6}$/) });
    const { joinUrl } = (await recordOf(id))!.object!.details!;
    expect(joinUrl).toMatch(/^https:\/\/zoom\.example\/j\/\d{11}\?pwd=\d{6}$/);
    expect(zoom.calls).toEqual([]);
  });

  it('fails as the test asks, and tells the coach by mail what to do', async () => {
    const { world, coach, book, runDue, videoOf } = await givenMeetings({ provider: 'zoom' }, 'test');
    const account = { coachId: coach.id, email: 'coach@fit.example', name: 'Coach A', role: 'coach' } as const;
    await world.useCases.createUser(world.partner(), account);
    await world.useCases.failTestProvider(world.partner(), { provider: 'zoom', kind: '5xx', times: 3 });
    const { id } = await book();
    for (const at of [0, 5 * SECOND, 65 * SECOND]) await runDue(NOW + at);
    expect(await videoOf(id)).toMatchObject({ state: 'failed' });
    await world.drain();
    const mail = world.sent.find(({ kind }) => kind === 'record_failed')!;
    expect(mail.text).toContain('Call');
    expect(mail.text).toContain('(Zoom)');
    expect(mail.text).toContain('/desk/settings/connections');
    await runDue(NOW + 12 * MINUTE);
    expect(await videoOf(id)).toMatchObject({ state: 'ready' });
  });

  it('is waited for by its confirmation, up to a minute, which then has its password', async () => {
    const { world, book, runDue } = await givenMeetings({ provider: 'zoom' }, 'test');
    const texts = async () =>
      (await world.useCases.listTestMessages(world.partner(), { limit: 10 })).data.map(({ text }) => text);
    await world.useCases.failTestProvider(world.partner(), { provider: 'zoom', kind: '5xx', times: 1 });
    await book();
    await runDue(NOW);
    expect(await texts()).toEqual([]);
    await runDue(NOW + 6 * SECOND);
    expect(await texts()).toEqual([expect.stringMatching(/Join: \S+\/join\/\S+\s+Password: \d{6}/)]);
  });

  it('does not keep its confirmation for longer, which has the link by which it is joined all the same', async () => {
    const { world, book, runDue } = await givenMeetings({ provider: 'zoom' }, 'test');
    await world.useCases.failTestProvider(world.partner(), { provider: 'zoom', kind: '5xx', times: 9 });
    await book();
    for (const at of [0, 6 * SECOND, MINUTE]) await runDue(NOW + at);
    const { data } = await world.useCases.listTestMessages(world.partner(), { limit: 10 });
    expect(data[0]!.text).toContain('/join/');
    expect(data[0]!.text).not.toContain('Password');
  });
});
