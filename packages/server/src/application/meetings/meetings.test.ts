import { describe, expect, it, vi } from 'vitest';
import { parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { aRecord } from '../../../test/stores/external-records-suite.ts';
import { createWorld, everyDay, givenCoach, NOW, refusalOf, type World } from '../../../test/application/world.ts';
import type { MeetingReport } from '../../domain/meeting-report/meeting-report.ts';
import { createCore } from '../create-use-cases.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import type { MeetingSource } from '../ports/meeting-sources.ts';
import { askNext, meetingWork } from './ask-provider.ts';
import { followMeeting, leaveMeeting } from './follow-meeting.ts';

const START = '2026-04-15T15:00:00Z';
const start = parseInstant(START);
const at = (minutes: number): Instant => plus(start, minutes * MINUTE);
const iso = (minutes: number) => new Date(at(minutes)).toISOString().replace('.000', '');
const ANA = { name: 'Ana Diaz', email: 'ana@example.com' };
const settings = { waitingRoom: true, autoRecording: 'cloud' } as const;

const givenMeetings = async (world: World) => {
  const coach = await givenCoach(world, {
    services: [{ title: 'Call', duration: 60, locationKind: 'online', video: { provider: 'zoom', settings } }],
    schedule: { workingHours: everyDay('09:00', '17:00'), slotInterval: 30 },
  });
  const { deps, useCases } = world;
  const book = async (more: object = {}) => {
    const of = { coachId: coach.id, serviceId: coach.serviceId!, start: START, attendee: ANA };
    return (await useCases.createBooking(world.partner(), { ...of, ...more })).data;
  };
  const scope = () => {
    const { partnerId, mode } = world.partner().caller;
    return { partnerId, mode };
  };
  /** Makes its meeting, as the job does. */
  const make = async (
    bookingId: string,
    object: object | undefined = { id: '85712345678', details: { joinUrl: 'https://zoom.us/j/85712345678' } },
  ) => {
    const record = aRecord({
      ...scope(),
      coachId: coach.id,
      id: `${bookingId}:video`,
      bookingId,
      kind: 'video',
      provider: 'zoom',
      account: { host: 'me' },
      wantedVersion: 1,
    });
    await deps.externalRecords.mark({ ...record, at: NOW });
    const marked = (await deps.externalRecords.byId(scope(), record.id))!;
    await deps.externalRecords.replace({ ...marked, ...(object && { object: object as never }) }, marked.version);
    const booking = await deps.bookings.find(bookingId);
    if (booking?.kind === 'booking') await followMeeting(deps, booking);
  };
  const report = (bookingId: string) => deps.meetingReports.byId(scope(), bookingId);
  const tell = async (bookingId: string, news: Partial<MeetingReport>) => {
    const before = (await report(bookingId))!;
    await deps.meetingReports.replace({ ...before, ...news }, before.version);
  };
  const get = async (id: string) => (await useCases.getZoomMeeting(world.partner(), { id })).data;
  return { world, coach, book, make, report, tell, get, scope };
};

describe('getZoomMeeting', () => {
  it('returns every field of requirement 3 but the address that makes its holder the host (R33)', async () => {
    const { book, make, tell, get } = await givenMeetings(createWorld());
    const { id } = await book();
    await make(id);
    await tell(id, {
      facts: [
        { kind: 'started', at: at(-2), occasion: 'u' },
        { kind: 'joined', at: at(-2), occasion: 'u', visit: '1', isHost: true },
        { kind: 'joined', at: at(1), occasion: 'u', visit: '2', name: 'ana diaz' },
        { kind: 'joined', at: at(3), occasion: 'u', visit: '3', name: 'iPhone' },
        { kind: 'left', at: at(59), occasion: 'u', visit: '2' },
        { kind: 'left', at: at(60), occasion: 'u', visit: '1', isHost: true },
        { kind: 'ended', at: at(61), occasion: 'u' },
      ],
      recordings: [{ occasion: 'u', url: 'https://zoom.us/rec/share/a', password: 'k9', fileSize: 1000, duration: 58 }],
    });
    const visit = (from: number, to: number) => ({ joinTime: iso(from), leaveTime: iso(to), duration: to - from });
    const meeting = await get(id);
    expect(meeting).toMatchObject({
      id,
      bookingId: id,
      provider: 'zoom',
      meetingId: '85712345678',
      topic: 'Call with Ana Diaz',
      start: START,
      end: iso(60),
      duration: 60,
      status: 'scheduled',
      settings: {
        waitingRoom: true,
        joinBeforeHost: null,
        muteUponEntry: null,
        autoRecording: 'cloud',
        breakoutRoom: null,
      },
      startedAt: iso(-2),
      endedAt: iso(61),
      attendance: 'both',
      participants: [
        { name: 'Coach A', role: 'host', ...visit(-2, 60) },
        { ...ANA, role: 'participant', ...visit(1, 59) },
        { name: 'iPhone', email: null, role: 'participant', ...visit(3, 61) },
      ],
      recording: {
        available: true,
        downloadUrl: 'https://zoom.us/rec/share/a',
        fileSize: 1000,
        duration: 58,
        password: 'k9',
      },
    });
    expect(JSON.stringify(meeting)).not.toMatch(/startUrl|zak/);
  });

  it('names the two before they come, and gives no hint without a report', async () => {
    const { book, make, get } = await givenMeetings(createWorld());
    const { id } = await book();
    expect(await get(id)).toMatchObject({ status: 'preparing', meetingId: null, joinUrl: null });
    await make(id);
    const meeting = await get(id);
    const absent = { joinTime: null, leaveTime: null, duration: null };
    expect(meeting.participants).toMatchObject([
      { role: 'host', ...absent },
      { ...ANA, role: 'participant', ...absent },
    ]);
    expect(meeting).not.toHaveProperty('attendance');
    expect(meeting.recording).toEqual({
      available: false,
      downloadUrl: null,
      fileSize: null,
      duration: null,
      password: null,
    });
  });

  it('names the member of staff who runs the session as its host', async () => {
    const { world, coach, book, get } = await givenMeetings(createWorld());
    const jane = { coach: coach.id, name: 'Jane', email: 'jane@fit.example' };
    const { data: member } = await world.useCases.createStaff(world.partner(), jane);
    const { id } = await book({ staffId: member.id });
    expect(await get(id)).toMatchObject({
      staffId: member.id,
      participants: [{ name: 'Jane', email: 'jane@fit.example', role: 'host' }, {}],
    });
  });

  it('says what became of it with the booking, and never makes a no-show of a report', async () => {
    const { world, book, make, tell, get } = await givenMeetings(createWorld());
    const { id } = await book();
    await make(id);
    await tell(id, { facts: [{ kind: 'joined', at: at(0), occasion: 'u', visit: '1', isHost: true }] });
    world.passTime(at(61) - NOW);
    expect(await get(id)).toMatchObject({ status: 'completed', attendance: 'coach_only' });
    expect((await world.useCases.getBooking(world.partner(), { id })).data.status).toBe('scheduled');
    const { id: other } = await book({ start: '2026-04-16T15:00:00Z' });
    await world.useCases.cancelBooking(world.partner(), { id: other });
    expect(await get(other)).toMatchObject({ status: 'cancelled', joinUrl: null });
    const { id: never } = await book({ start: '2026-04-17T15:00:00Z' });
    world.passTime(5 * DAY);
    expect(await get(never)).toMatchObject({ status: 'failed' });
  });

  it.each([
    ['limited', 'zoom_daily_limit', { reason: 'daily_limit', nextAttemptAt: iso(-600) }],
    ['limited', '429', { reason: 'too_many_calls', nextAttemptAt: iso(-600) }],
    ['unknown', 'ETIMEDOUT', { reason: 'no_answer', nextAttemptAt: iso(-600) }],
    ['refused', 'zoom_300', { reason: 'refused', nextAttemptAt: iso(-600) }],
    ['revoked', 'zoom_124', { reason: 'disconnected' }],
  ])('says why a meeting waits after a failure of kind %s with %s', async (kind, code, waiting) => {
    const { book, make, get, world, scope } = await givenMeetings(createWorld());
    const { id } = await book();
    expect(await get(id)).not.toHaveProperty('waiting');
    await make(id);
    const { object: _made, ...record } = (await world.deps.externalRecords.byId(scope(), `${id}:video`))!;
    const failed = { ...record, lastError: { kind, code, at: NOW }, dueAt: at(-600) };
    await world.deps.externalRecords.replace(failed, record.version);
    expect(await get(id)).toMatchObject({ status: 'preparing', waiting });
    await world.useCases.cancelBooking(world.partner(), { id });
    expect(await get(id)).not.toHaveProperty('waiting');
  });

  it('knows none of a session in a room that is there already', async () => {
    const { world, coach, book } = await givenMeetings(createWorld());
    const room = { provider: 'jitsi', url: 'https://meet.fit.example' } as const;
    await world.useCases.updateService(world.partner(), { coach: coach.id, id: coach.serviceId!, video: room });
    const { id } = await book();
    for (const ask of [world.useCases.getZoomMeeting, world.useCases.createHostLink])
      expect((await refusalOf(ask(world.partner(), { id }))).code).toBe('MEETING_NOT_FOUND');
  });
});

describe('listZoomMeetings', () => {
  it('lists the meetings of a range by start, with how many there are of each status', async () => {
    const { world, coach, book, make } = await givenMeetings(createWorld());
    const list = async (from: string, to: string) =>
      (await world.useCases.listZoomMeetings(world.partner(), { coach: coach.id, from, to })).data;
    const second = await book({ start: '2026-04-16T15:00:00Z' });
    const first = await book();
    await book({ start: '2026-04-20T15:00:00Z' });
    await make(first.id);
    await world.useCases.cancelBooking(world.partner(), { id: second.id });
    const found = await list('2026-04-15', '2026-04-16');
    expect(found.meetings.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(found).toMatchObject({
      coachId: coach.id,
      timeZone: 'UTC',
      summary: { total: 2, scheduled: 1, completed: 0, cancelled: 1, preparing: 0, failed: 0 },
    });
    expect((await list('2027-01-01', '2027-01-02')).summary.total).toBe(0);
    expect((await refusalOf(list('2026-01-01', '2026-12-31'))).code).toBe('RANGE_TOO_LONG');
  });
});

describe('createHostLink', () => {
  const link = 'https://us05web.zoom.us/s/1?zak=secret';
  const given = async (source: MeetingSource = { hostLink: async () => link }, mode: 'live' | 'test' = 'live') => {
    const found = await givenMeetings(createWorld({ mode, meetingSources: { zoom: source } }));
    const { id } = await found.book();
    return {
      ...found,
      id,
      ask: (context = found.world.partner()) => found.world.useCases.createHostLink(context, { id }),
    };
  };

  it('gives a fresh link each time, stores none, and notes that it was asked for', async () => {
    const hostLink = vi.fn(async () => link);
    const { world, id, make, ask, scope } = await given({ hostLink });
    await make(id);
    const { data } = await ask();
    expect(data).toEqual({
      url: link,
      expiresAt: new Date(plus(world.deps.realNow(), 2 * HOUR)).toISOString().replace('.000', ''),
    });
    await ask();
    expect(hostLink).toHaveBeenCalledTimes(2);
    expect(
      JSON.stringify([...Object.values(world.state)].map((one) => (one instanceof Map ? [...one.values()] : one))),
    ).not.toContain('zak');
    const audit = await world.deps.audit.list({ ...scope(), actions: ['booking.host_link_made'], limit: 10 });
    expect(audit.map(({ subject }) => subject)).toEqual(Array(2).fill({ kind: 'booking', id }));
  });

  it('is given to staff for sessions that they run, and to no other member', async () => {
    const { world, coach, id, make, ask } = await given();
    await make(id);
    const { data: jane } = await world.useCases.createStaff(world.partner(), { coach: coach.id, name: 'Jane' });
    const staff = world.person({ userId: 'e'.repeat(24), role: 'staff', coachId: coach.id, staffId: jane.id });
    expect((await refusalOf(ask(staff))).code).toBe('FORBIDDEN');
    await world.useCases.updateBooking(world.partner(), { id, staffId: jane.id });
    expect((await ask(staff)).data.url).toBe(link);
    for (const role of ['coach', 'admin'] as const)
      expect(
        (await ask(world.person({ userId: 'c'.repeat(24), role, ...(role === 'coach' && { coachId: coach.id }) }))).data
          .url,
      ).toBe(link);
  });

  it('is not ready before the meeting is made, and not allowed once the booking is cancelled', async () => {
    const { world, id, make, ask } = await given();
    expect((await refusalOf(ask())).code).toBe('MEETING_NOT_READY');
    await make(id);
    await world.useCases.cancelBooking(world.partner(), { id });
    expect((await refusalOf(ask())).code).toBe('NOT_ALLOWED_NOW');
  });

  it.each([
    ['gone', 'MEETING_NOT_READY'],
    ['unavailable', 'PROVIDER_UNAVAILABLE'],
    ['limited', 'PROVIDER_UNAVAILABLE'],
    ['revoked', 'PROVIDER_UNAVAILABLE'],
  ] as const)('says of a provider that answers %s: %s', async (kind, code) => {
    const { id, make, ask } = await given({ hostLink: () => Promise.reject(new ProviderFailure('zoom_1', kind)) });
    await make(id);
    expect((await refusalOf(ask())).code).toBe(code);
  });

  it('calls no provider in mode test and in a dry run, whose links lead nowhere (R11)', async () => {
    const hostLink = vi.fn(async () => link);
    const test = await given({ hostLink }, 'test');
    await test.make(test.id);
    expect((await test.ask()).data.url).toMatch(/^https:\/\/meetings[.]invalid\//);
    const live = await given({ hostLink });
    await live.make(live.id);
    await live.ask(live.world.partner({ dryRun: true }));
    expect(hostLink).not.toHaveBeenCalled();
  });
});

describe('the questions to a provider after a session', () => {
  const given = async (newsOf: NonNullable<MeetingSource['newsOf']> = async () => ({})) => {
    const found = await givenMeetings(createWorld({ mode: 'live', meetingSources: { zoom: { newsOf } } }));
    const { id } = await found.book();
    await found.make(id);
    const { world } = found;
    const core = createCore(world.deps);
    const to = (minutes: number) => world.passTime(at(minutes) - world.deps.realNow());
    return { ...found, id, core, to, work: () => meetingWork(core) };
  };
  const came = { kind: 'joined', at: at(0), occasion: 'u', visit: '1', isHost: true } as const;

  it('number three, and an empty answer, as of a meeting with one person, changes nothing', async () => {
    const newsOf = vi.fn(async () => ({}));
    const { id, to, work, get } = await given(newsOf);
    for (const [minutes, times] of [
      [74, 0],
      [75, 1],
      [179, 1],
      [180, 2],
      [60 + 24 * 60, 3],
      [60 + 96 * 60, 3],
    ] as const) {
      to(minutes);
      await work();
      expect(newsOf).toHaveBeenCalledTimes(times);
    }
    expect(await get(id)).not.toHaveProperty('attendance');
  });

  it('complete the report, and keep what it has', async () => {
    const { id, to, work, tell, get } = await given(async () => ({ facts: [came] }));
    await tell(id, { facts: [{ kind: 'joined', at: at(1), occasion: 'u', visit: '2', name: 'Ana Diaz' }] });
    to(75);
    await work();
    expect(await get(id)).toMatchObject({ attendance: 'both' });
  });

  it('repeat while the provider is away, and come from one process alone', async () => {
    let isAway = true;
    const newsOf = vi.fn(async () => {
      if (isAway) throw new ProviderFailure('503', 'unavailable');
      return { facts: [came] };
    });
    const { id, core, to, report } = await given(newsOf);
    const both = () =>
      Promise.all([askNext(core, { mode: 'live' }, core.realNow()), askNext(core, { mode: 'live' }, core.realNow())]);
    to(75);
    await both();
    expect(newsOf).toHaveBeenCalledTimes(1);
    expect(await report(id)).toMatchObject({ asked: 0, dueAt: at(85) });
    isAway = false;
    to(85);
    await both();
    expect(await report(id)).toMatchObject({ asked: 1, facts: [came], dueAt: at(180) });
  });

  it('wait as long as a provider with too many calls wants', async () => {
    const { id, to, work, report } = await given(() =>
      Promise.reject(new ProviderFailure('429', 'limited', { retryAt: at(100) })),
    );
    to(75);
    await work();
    expect((await report(id))!.dueAt).toBe(at(100));
  });

  it('follow the new time when the session is moved, and end when the meeting is removed', async () => {
    const { world, id, core, report } = await given();
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-16T15:00:00Z' });
    const moved = await world.deps.bookings.find(id);
    if (moved?.kind === 'booking') await followMeeting(core, moved);
    expect((await report(id))!.dueAt).toBe(plus(at(75), DAY));
    await leaveMeeting(core, { id, ...world.partner().caller });
    expect((await report(id))!.dueAt).toBeNull();
  });

  it('come with the export of the attendee: the guests, of whom one is the person, without the addresses of others', async () => {
    const { world, id, tell } = await given();
    const visit = { kind: 'joined', occasion: 'u' } as const;
    const facts = [
      { ...visit, at: at(0), visit: '1', isHost: true },
      { ...visit, at: at(1), visit: '2', name: 'A.', email: 'Ana@Example.com' },
      { ...visit, at: at(2), visit: '3', name: 'Bo', email: 'bo@example.com' },
    ] as const;
    await tell(id, { facts });
    const { data } = await world.useCases.exportPerson(world.partner(), { email: ANA.email });
    const found: unknown[] = [];
    for await (const one of data.bookings as unknown as AsyncIterable<object>) found.push(one);
    const unknown = { role: 'participant', leaveTime: null, duration: null };
    expect(found).toMatchObject([
      {
        visitors: [
          { ...unknown, name: 'A.', email: 'Ana@Example.com', joinTime: iso(1) },
          { ...unknown, name: 'Bo', email: null, joinTime: iso(2) },
        ],
      },
    ]);
  });

  it('end with the erasure of the person, of whom nothing is kept', async () => {
    const newsOf = vi.fn(async () => ({ facts: [came] }));
    const { world, id, to, work, report } = await given(newsOf);
    await world.useCases.erasePerson(world.partner(), { email: ANA.email });
    to(75);
    await work();
    expect([newsOf.mock.calls, await report(id)]).toEqual([[], null]);
  });
});

describe('meetings in mode test', () => {
  it.each([
    ['ana@example.com', 'both'],
    ['absent@example.com', 'coach_only'],
    ['coach-absent@example.com', 'guest_only'],
  ])('take place in runDue, and the e-mail of the attendee says who was there: %s, %s', async (email, attendance) => {
    const { world, book, get } = await givenMeetings(createWorld());
    const { id } = await book({ attendee: { ...ANA, email } });
    await world.useCases.runDue(world.partner(), {});
    expect(await get(id)).toMatchObject({ status: 'scheduled', joinUrl: expect.stringContaining('https://') });
    await world.useCases.runDue(world.partner({ now: at(74) }), {});
    expect(await get(id)).not.toHaveProperty('attendance');
    await world.useCases.runDue(world.partner({ now: at(75) }), {});
    expect(await get(id)).toMatchObject({ attendance, startedAt: START, endedAt: iso(60) });
  });

  it('move with the session, and are not held when it is cancelled', async () => {
    const { world, book, report } = await givenMeetings(createWorld());
    const { id } = await book();
    await world.useCases.runDue(world.partner(), {});
    expect((await report(id))!.dueAt).toBe(at(75));
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-16T15:00:00Z' });
    await world.useCases.runDue(world.partner(), {});
    expect((await report(id))!.dueAt).toBe(plus(at(75), DAY));
    await world.useCases.cancelBooking(world.partner(), { id });
    await world.useCases.runDue(world.partner(), {});
    expect((await report(id))!.dueAt).toBeNull();
    await world.useCases.runDue(world.partner({ now: plus(at(75), DAY) }), {});
    expect((await report(id))!.facts).toEqual([]);
  });
});
