import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { components } from '@coach-booking/contract/types';
import { createCore } from '../create-use-cases.ts';
import { ANA, createWorld, everyDay, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';
import { findMeeting } from './find-meeting.ts';

type Video = components['schemas']['ServiceVideoInput'];

const START = '2026-04-15T15:00:00Z';
const START_AT = parseInstant(START);
const fixed: Video = { provider: 'fixed', url: 'https://zoom.us/j/93551234567?pwd=x' };
const jitsi: Video = { provider: 'jitsi', url: 'https://meet.fit.example' };

const givenVideo = async (video: Video = fixed, world = createWorld(), autoConfirm = true) => {
  const coach = await givenCoach(world, {
    services: [{ title: 'Call', duration: 60, locationKind: 'online', video }],
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 30, autoConfirm },
  });
  const serviceId = coach.serviceId!;
  const book = async (more: object = {}) =>
    (
      await world.useCases.createBooking(world.visitor(), {
        coachId: coach.id,
        serviceId,
        start: START,
        attendee: ANA,
        ...more,
      })
    ).data;
  const change = (fields: object) =>
    world.useCases.updateService(world.partner(), { coach: coach.id, id: serviceId, ...fields });
  const toStart = (before = 0) => world.passTime(START_AT - before - world.deps.realNow());
  return { world, coach, serviceId, book, change, toStart };
};

const meetingOf = (world: World, { video }: { readonly video?: { readonly joinUrl: string } }) =>
  findMeeting(createCore(world.deps), video!.joinUrl.split('/join/')[1]!);

describe('the video of a service', () => {
  it('is shown whole to the coach side; visitors see that there is one, and not the room', async () => {
    const { world, coach } = await givenVideo();
    const seen = async (context: ReturnType<World['visitor']>) =>
      (await world.useCases.listServices(context, { coach: coach.id })).data[0]!.video;
    expect(await seen(world.partner())).toEqual(fixed);
    expect(await seen(world.visitor())).toEqual({ provider: 'fixed' });
    const { data } = await world.useCases.getCoach(world.visitor(), { coach: coach.id });
    expect(JSON.stringify(data)).not.toContain('zoom.us');
    const slots = { coach: coach.id, from: '2026-04-15', to: '2026-04-15', include: 'coach' } as const;
    expect(JSON.stringify((await world.useCases.listSlots(world.visitor(), slots)).data)).not.toContain('zoom.us');
  });

  it.each(['http://zoom.us/j/1', 'https://', 'https://user:secret@zoom.us/j/1', 'javascript:alert(1)'])(
    'is refused at %s',
    async (url) => {
      const { change } = await givenVideo();
      expect((await refusalOf(change({ video: { provider: 'fixed', url } }))).code).toBe('INVALID_REQUEST');
    },
  );

  it('is of online services only', async () => {
    const { world, coach, change } = await givenVideo();
    expect((await change({ locationKind: 'in_person' })).data).not.toHaveProperty('video');
    expect(await refusalOf(change({ video: fixed }))).toMatchObject({
      code: 'INVALID_REQUEST',
      details: { problems: [{ path: 'video' }] },
    });
    expect((await change({ locationKind: 'online', video: fixed })).data.video).toEqual(fixed);
    expect((await change({ video: null })).data).not.toHaveProperty('video');
    const input = { coach: coach.id, title: 'Gym', duration: 60, locationKind: 'in_person', video: jitsi } as const;
    const refusal = await refusalOf(world.useCases.createService(world.partner(), input));
    expect(refusal.code).toBe('INVALID_REQUEST');
  });

  it('has settings and a fallback where a provider makes the meetings, which are for the coach side', async () => {
    const { world, coach, change, book } = await givenVideo();
    const settings = { waitingRoom: true, autoRecording: 'cloud' } as const;
    const zoom: Video = { provider: 'zoom', settings, fallback: jitsi as { provider: 'jitsi'; url: string } };
    expect((await change({ video: zoom })).data.video).toEqual(zoom);
    const { data } = await world.useCases.listServices(world.visitor(), { coach: coach.id });
    expect(data[0]!.video).toEqual({ provider: 'zoom' });
    expect((await book()).video).toMatchObject({ provider: 'zoom', state: 'preparing' });
  });

  it.each<[string, object]>([
    ['video.url', { provider: 'zoom', url: fixed.url }],
    ['video.url', { provider: 'fixed' }],
    ['video.settings', { provider: 'google_meet', settings: { waitingRoom: true } }],
    ['video.settings', { ...fixed, settings: { waitingRoom: true } }],
    ['video.fallback', { ...fixed, fallback: jitsi }],
    ['video.fallback.url', { provider: 'zoom', fallback: { provider: 'jitsi', url: 'https://a:b@meet.example' } }],
  ])('is refused for its %s in %j', async (path, video) => {
    const { change } = await givenVideo();
    expect(await refusalOf(change({ video }))).toMatchObject({
      code: 'INVALID_REQUEST',
      details: { problems: [{ path }] },
    });
  });

  it('stays when other fields change', async () => {
    const { change } = await givenVideo();
    expect((await change({ title: 'Talk' })).data.video).toEqual(fixed);
    expect((await change({ video: { ...jitsi, url: 'https://meet.fit.example/?a#b' } })).data.video).toEqual(jitsi);
  });
});

describe('a booking with a video link', () => {
  it('has a link of our own in every view, and none where it is held in person', async () => {
    const { world, coach, book } = await givenVideo();
    const { id, video } = await book();
    const joinUrl = expect.stringMatching(/^https:\/\/book\.example\/join\/\S+$/);
    expect(video).toEqual({ joinUrl, provider: 'fixed', state: 'ready' });
    expect((await world.useCases.getBooking(world.partner(), { id })).data.video).toEqual(video);
    const { data } = await world.useCases.listUpcoming(world.partner(), { coach: coach.id });
    expect(data.map((one) => one.video)).toEqual([video]);
    const input = { coachId: coach.id, serviceId: coach.serviceId!, start: '2026-04-16T15:00:00Z', attendee: ANA };
    const inPerson = await world.useCases.createBooking(world.partner(), { ...input, locationKind: 'in_person' });
    expect(inPerson.data).not.toHaveProperty('video');
  });

  it('keeps its link when it is moved', async () => {
    const { world, book } = await givenVideo(jitsi);
    const { id, video, manageToken } = await book();
    const moved = await world.useCases.rescheduleBooking(world.guest(manageToken), {
      id,
      start: '2026-04-16T15:00:00Z',
    });
    expect(moved.data.video).toEqual(video);
    world.passTime(parseInstant('2026-04-16T15:00:00Z') - NOW);
    expect(await meetingOf(world, moved.data)).toMatchObject({ admission: { state: 'open' } });
  });

  it('is in no answer to whoever has yet to confirm by mail (R14)', async () => {
    const { world, book, change } = await givenVideo();
    await change({ confirmByEmail: true });
    const booked = await book();
    expect(booked).toMatchObject({ unproven: true });
    expect(booked).not.toHaveProperty('video');
    const token = createCore(world.deps).tokens.signJoin(booked.id);
    expect(await findMeeting(createCore(world.deps), token)).toBeNull();
  });

  it('is left out of a person’s export', async () => {
    const { world, book } = await givenVideo();
    await book();
    const { data } = await world.useCases.exportPerson(world.partner(), { email: ANA.email });
    let text = '';
    for await (const one of data.bookings as unknown as AsyncIterable<object>) text += JSON.stringify(one);
    expect(text).toContain('Call');
    expect(text).not.toContain('/join/');
  });
});

describe('its join link', () => {
  it('leads to the meeting from a quarter of an hour before', async () => {
    const { world, book, toStart } = await givenVideo();
    const booking = await book();
    const early = await meetingOf(world, booking);
    expect(early).toMatchObject({
      admission: { state: 'early', opensAt: START_AT - 15 * MINUTE },
      coach: 'Coach A',
      service: 'Call',
      timeZone: ANA.timeZone,
      coachZone: 'UTC',
    });
    expect(JSON.stringify(early)).not.toContain('zoom.us');
    toStart(15 * MINUTE);
    expect(await meetingOf(world, booking)).toMatchObject({ admission: { state: 'open' }, address: fixed.url });
    world.passTime(3 * HOUR);
    expect(await meetingOf(world, booking)).toMatchObject({ admission: { state: 'over' } });
  });

  it('gives each booking a room of its own on a Jitsi server', async () => {
    const { world, book, toStart } = await givenVideo(jitsi);
    const [first, second] = [await book(), await book({ start: '2026-04-15T16:00:00Z' })];
    toStart();
    world.passTime(45 * MINUTE);
    const rooms = [(await meetingOf(world, first))!.address, (await meetingOf(world, second))!.address];
    for (const room of rooms) expect(room).toMatch(/^https:\/\/meet\.fit\.example\/\S+$/);
    expect(new Set(rooms).size).toBe(2);
  });

  it('follows the coach to another room, also once the service is gone', async () => {
    const { world, coach, serviceId, book, change, toStart } = await givenVideo();
    const booking = await book();
    toStart();
    await change({ video: { provider: 'fixed', url: 'https://meet.google.com/abc' } });
    expect((await meetingOf(world, booking))!.address).toBe('https://meet.google.com/abc');
    await change({ video: null });
    expect((await meetingOf(world, booking))!.address).toBe(fixed.url);
    await world.useCases.deleteService(world.partner(), { coach: coach.id, id: serviceId });
    expect((await meetingOf(world, booking))!.address).toBe(fixed.url);
  });

  it('says that a session is cancelled, waits for an answer, or expired without one (R25)', async () => {
    const { world, book, toStart } = await givenVideo(fixed, createWorld(), false);
    const request = await book();
    expect((await meetingOf(world, request))!.admission.state).toBe('pending');
    toStart();
    expect((await meetingOf(world, request))!.admission.state).toBe('cancelled');
    const { book: bookOther, world: other } = await givenVideo();
    const booking = await bookOther();
    await other.useCases.cancelBooking(other.guest(booking.manageToken), { id: booking.id });
    expect(await meetingOf(other, booking)).toMatchObject({ admission: { state: 'cancelled' } });
    expect(await meetingOf(other, booking)).not.toHaveProperty('address');
  });

  it('names where mails to the coach go', async () => {
    const { world, book } = await givenVideo();
    const booking = await book();
    expect((await meetingOf(world, booking))!.contact).toBeUndefined();
    const admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
    await world.useCases.updateMessaging(admin, { email: { replyTo: 'hello@fit.example' } });
    world.passTime(MINUTE);
    expect((await meetingOf(world, booking))!.contact).toBe('hello@fit.example');
  });

  it('is none for what was not signed here', async () => {
    const { world } = await givenVideo();
    expect(await findMeeting(createCore(world.deps), 'nonsense')).toBeNull();
    const token = createCore(world.deps).tokens.signJoin('0'.repeat(24));
    expect(await findMeeting(createCore(world.deps), token)).toBeNull();
  });
});

describe('messages about it', () => {
  const sent = async (world: World, now: number) => {
    await world.useCases.runDue(world.partner({ now: instant(now) }), {});
    return (await world.useCases.listTestMessages(world.partner(), { limit: 100 })).data;
  };

  it('puts the link into mail, calendar file and SMS, with the requirement’s placeholder', async () => {
    const { world, book, change } = await givenVideo();
    const reminders = { rules: [{ channel: 'sms' as const, minutesBefore: 120 }], followUp: false };
    await change({ reminders });
    const key = { kind: 'reminder', channel: 'sms', audience: 'attendee', language: 'en' } as const;
    const body = 'Hi [Lead Name], your appointment is at [Time]. Join: [Zoom Link]';
    await world.useCases.setTemplate(world.partner(), { ...key, body });
    const { video } = await book();
    const { joinUrl } = video!;
    await sent(world, NOW);
    const [confirmed, sms] = await sent(world, START_AT - 2 * HOUR);
    expect(confirmed!.text).toContain(joinUrl);
    expect(confirmed!.html).toContain(joinUrl);
    const unfolded = confirmed!.calendar!.content.replaceAll('\r\n ', '');
    expect(unfolded).toContain(`LOCATION:${joinUrl}`);
    expect(sms).toMatchObject({ channel: 'sms', text: expect.stringContaining(`Join: ${joinUrl}`) });
  });

  it('leaves the link out before the coach has agreed, and once the booking is cancelled', async () => {
    const { world, book } = await givenVideo(fixed, createWorld(), false);
    const booking = await book();
    expect((await sent(world, NOW)).map(({ text }) => text?.includes('/join/'))).toEqual([false]);
    await world.useCases.confirmBooking(world.partner(), { id: booking.id });
    expect((await sent(world, NOW)).map(({ text }) => text?.includes('/join/'))).toEqual([false, true]);
    await world.useCases.cancelBooking(world.guest(booking.manageToken), { id: booking.id });
    expect((await sent(world, NOW)).at(-1)).toMatchObject({
      kind: 'cancelled',
      text: expect.not.stringContaining('/join/'),
    });
  });
});
