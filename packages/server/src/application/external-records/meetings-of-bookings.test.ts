import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import { givenMeetings, START_AT, waitOf } from '../../../test/application/given-meetings.ts';
import { NOW, PARTNER } from '../../../test/application/world.ts';
import { findMeeting } from '../video/find-meeting.ts';

const TOMORROW = '2026-04-16T15:00:00Z';

describe('the meeting of a booking', () => {
  it('is made once it is booked, behind its request, and then opens', async () => {
    const { book, work, videoOf, zoom } = await givenMeetings();
    const { id, video } = await book();
    expect(video).toMatchObject({ provider: 'zoom', state: 'preparing' });
    expect(zoom.calls).toEqual([]);
    await work();
    expect(await videoOf(id)).toEqual({ ...video, state: 'ready', password: 'pw-m1' });
    expect([...zoom.kept.values()].map(({ session }) => session.title)).toEqual(['Call · Coach A']);
  });

  it('is asked for once, and not again by what changes nothing at the provider', async () => {
    const { world, book, work, zoom } = await givenMeetings();
    const { id } = await book();
    await work();
    await world.useCases.updateBooking(world.partner(), { id, notes: 'Bring water.' });
    await work();
    await work();
    expect(zoom.calls).toEqual(['create']);
  });

  it('keeps its id when the booking is moved', async () => {
    const { world, book, work, zoom } = await givenMeetings();
    const { id, manageToken } = await book();
    await work();
    await world.useCases.rescheduleBooking(world.guest(manageToken), { id, start: TOMORROW });
    await work();
    expect(zoom.calls).toEqual(['create', 'update']);
    expect(zoom.kept.get('m1')!.session.start).toBe(plus(START_AT, DAY));
  });

  it('is removed when the booking is cancelled', async () => {
    const { world, book, work, zoom, videoOf } = await givenMeetings();
    const { id } = await book();
    await work();
    await world.useCases.cancelBooking(world.partner(), { id });
    await work();
    expect(zoom.kept.size).toBe(0);
    expect(await videoOf(id)).toMatchObject({ state: 'preparing' });
    expect(await videoOf(id)).not.toHaveProperty('password');
  });

  it('waits until the coach has agreed', async () => {
    const { world, book, work, zoom } = await givenMeetings({ provider: 'zoom' }, 'live', false);
    const { id } = await book();
    await work();
    expect(zoom.calls).toEqual([]);
    const { data } = await world.useCases.confirmBooking(world.partner(), { id });
    await work();
    expect(zoom.calls).toEqual(['create']);
    await world.useCases.undoBooking(world.partner(), { id, version: data.version });
    await work();
    expect(zoom.kept.size).toBe(0);
    await world.useCases.confirmBooking(world.partner(), { id });
    await work();
    expect([...zoom.kept.keys()]).toEqual(['m2']);
  });

  it('goes to another host with the member of staff: a new one is made, then the old one removed', async () => {
    const { world, coach, book, work, zoom } = await givenMeetings();
    const { data: staff } = await world.useCases.createStaff(world.partner(), { coach: coach.id, name: 'Ben' });
    const { id } = await book();
    await work();
    await world.useCases.updateBooking(world.partner(), { id, staffId: staff.id });
    await work();
    expect(zoom.calls).toEqual(['create', 'create', 'remove']);
    expect([...zoom.kept.values()].map(({ account }) => account)).toEqual([`//${staff.id}`]);
  });

  it('is made anew where its owner has removed it, and ours stands where it was changed there', async () => {
    const { world, book, work, zoom, recordOf } = await givenMeetings();
    const { id, manageToken } = await book();
    await work();
    const there = zoom.kept.get('m1')!;
    zoom.kept.set('m1', { ...there, object: { ...there.object, etag: '9' } });
    const move = (start: string) => world.useCases.rescheduleBooking(world.guest(manageToken), { id, start });
    await move(TOMORROW);
    await work();
    expect(zoom.kept.get('m1')!.session.start).toBe(plus(START_AT, DAY));
    expect(await recordOf(id)).toMatchObject({ state: 'done', overwrittenAt: NOW });
    zoom.kept.clear();
    await move('2026-04-17T15:00:00Z');
    await work();
    expect([...zoom.kept.keys()]).toEqual(['m2']);
  });

  it('is removed and forgotten when its person is erased', async () => {
    const { world, book, work, zoom, recordOf } = await givenMeetings();
    const { id, attendee } = await book();
    await work();
    await world.useCases.cancelBooking(world.partner(), { id });
    await world.useCases.erasePerson(world.partner(), { email: attendee.email! });
    await work();
    expect(zoom.kept.size).toBe(0);
    expect(await recordOf(id)).toBeNull();
  });
});

describe('a provider that fails', () => {
  it('is asked again after 5 s, 1 min, 10 min and each hour, and the coach is told once', async () => {
    const { world, book, work, zoom, recordOf, videoOf } = await givenMeetings();
    const { id } = await book();
    const waits: (number | null)[] = [];
    for (let n = 0; n < 6; n += 1) {
      zoom.failures.push({ kind: 'unavailable' });
      await work();
      const wait = waitOf(await recordOf(id), world.deps.realNow())!;
      waits.push(wait);
      world.passTime(wait);
    }
    expect(waits).toEqual([5 * SECOND, MINUTE, 10 * MINUTE, HOUR, HOUR, HOUR]);
    expect(await videoOf(id)).toMatchObject({ state: 'failed' });
    await work();
    expect(await videoOf(id)).toMatchObject({ state: 'ready' });
    expect(await recordOf(id)).toMatchObject({ state: 'done', attempts: 0 });
    expect(zoom.made).toBe(1);
  });

  it('is left alone until the instant that it names', async () => {
    const { world, book, work, zoom, recordOf } = await givenMeetings();
    const { id } = await book();
    const retryAt = plus(world.deps.realNow(), 3 * HOUR);
    zoom.failures.push({ kind: 'limited', retryAt });
    await work();
    expect((await recordOf(id))!.dueAt).toBe(retryAt);
    expect(await recordOf(id)).toMatchObject({ state: 'due' });
  });

  it('is asked first what it has where an answer is missing, so that no meeting is made twice', async () => {
    const { world, book, work, zoom, videoOf } = await givenMeetings();
    const { id } = await book();
    zoom.failures.push({ kind: 'unknown', isDone: true });
    await work();
    expect(zoom.made).toBe(1);
    world.passTime(MINUTE);
    await work();
    expect(zoom.calls).toEqual(['create', 'find', 'update']);
    expect([zoom.made, (await videoOf(id)).state]).toEqual([1, 'ready']);
  });

  it('has nothing left of a booking that is cancelled while a creation is unknown', async () => {
    const { world, book, work, zoom } = await givenMeetings();
    const { id } = await book();
    zoom.failures.push({ kind: 'unknown', isDone: true });
    await work();
    await world.useCases.cancelBooking(world.partner(), { id });
    await work();
    expect([zoom.kept.size, zoom.made]).toEqual([0, 1]);
  });

  it('gives way to the room that the service has for that, from when people may enter it', async () => {
    const fallback = { provider: 'jitsi', url: 'https://meet.fit.example' } as const;
    const { world, book, work, zoom, videoOf, recordOf } = await givenMeetings({ provider: 'zoom', fallback });
    const { id } = await book();
    zoom.failures.push({ kind: 'refused' });
    await work();
    expect(await videoOf(id)).toMatchObject({ state: 'fallback' });
    world.passTime(START_AT - 16 * MINUTE - world.deps.realNow());
    zoom.failures.push({ kind: 'unavailable' });
    await work();
    expect((await recordOf(id))!.dueAt).toBeNull();
  });

  it('gives way to the room of the business, where the service has none, for as long as the business has it', async () => {
    const { world, book, work, zoom, videoOf, core, recordOf } = await givenMeetings();
    const videoFallback = { provider: 'jitsi', url: 'https://meet.fit.example' } as const;
    const partner = { id: PARTNER, slug: 'fit', name: 'Fit', allowedOrigins: [], hosts: [], keys: [], limits: {} };
    await world.deps.partners.insert({ ...partner, branding: {}, videoFallback, version: 1 });
    const { id } = await book();
    zoom.failures.push({ kind: 'refused' });
    await work();
    expect(await videoOf(id)).toMatchObject({ state: 'fallback' });
    world.passTime(START_AT - 14 * MINUTE - world.deps.realNow());
    zoom.failures.push({ kind: 'unavailable' });
    await work();
    expect((await recordOf(id))!.dueAt).toBeNull();
    const token = (await videoOf(id)).joinUrl.split('/join/')[1]!;
    const there = await findMeeting(core(), token);
    expect([there?.state, there?.address]).toEqual([
      'fallback',
      expect.stringMatching(/^https:..meet\.fit\.example\/.{20,}/),
    ]);
    await world.deps.partners.replace({ ...partner, branding: {}, version: 2 }, 1);
    const gone = await findMeeting(core(), token);
    expect([gone?.state, gone?.address]).toEqual(['failed', undefined]);
  });

  it('is not asked for a session that has begun', async () => {
    const { world, book, work, zoom } = await givenMeetings();
    await book();
    world.passTime(START_AT - world.deps.realNow());
    await work();
    expect(zoom.calls).toEqual([]);
  });

  it('keeps no booking from being made, and fails what has no account at once', async () => {
    const { book, work, zoom, videoOf, recordOf } = await givenMeetings();
    zoom.host = null;
    const { id, status } = await book();
    expect(status).toBe('confirmed');
    await work();
    expect(await videoOf(id)).toMatchObject({ state: 'failed' });
    expect(await recordOf(id)).toMatchObject({ lastError: { kind: 'revoked', code: 'NOT_CONNECTED' } });
  });
});
