import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { failureOf } from '../../../test/google/failure-of.ts';
import {
  ANA,
  aSession,
  BOOKING,
  CONNECTION,
  FAMILY,
  givenGoogle,
  scope,
  SOURCE,
  type GivenGoogle,
} from '../../../test/google/given-google.ts';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import type { MeetingAdapter, RecordAdapter } from '../ports/external-record-adapters.ts';
import { createGoogleMeet } from './google-meet.ts';
import { createGoogleRecords } from './google-records.ts';

const now = instant(Date.parse('2026-05-01T08:00:00Z'));
const account = { ...scope, connectionId: CONNECTION, host: ANA } as const;
const calendar = { ...scope, sourceId: SOURCE } as const;
const source = aSource(
  { ...scope, id: SOURCE, writesTo: ANA },
  { kind: 'google', connectionId: CONNECTION, calendars: [{ id: ANA, name: 'Ana' }] },
);
const LINK = /^https:\/\/meet\.google\.com\//;

describe('Google Meet', () => {
  let given: GivenGoogle;
  let meet: MeetingAdapter;
  let records: RecordAdapter;
  beforeEach(async () => {
    given = await givenGoogle(() => now, 1000);
    given.source = source;
    meet = createGoogleMeet(given.core);
    records = createGoogleRecords(given.core);
  });
  afterEach(() => given.close());
  const events = () => given.google.eventsOf(ANA);

  it('makes a meeting with its link', async () => {
    const made = await meet.create(account, aSession());
    expect(made).toMatchObject({ id: BOOKING, details: { joinUrl: expect.stringMatching(LINK) as string } });
    expect(await meet.find(account, BOOKING)).toEqual(made);
    expect(given.google.taken[0]!.query).toMatchObject({ conferenceDataVersion: '1' });
  });

  it('looks a meeting up until Google has made it, and asks for no second one', async () => {
    given.google.isMeetSlow = true;
    const error = (await meet.create(account, aSession()).catch((thrown: unknown) => thrown)) as { retryAt: number };
    expect(error).toMatchObject({ kind: 'unknown', code: 'meet_pending', retryAt: now + 3000 });
    expect(await failureOf(meet.find(account, BOOKING))).toBe('limited meet_pending');
    expect(await failureOf(meet.create(account, aSession()))).toBe('unknown meet_pending');
    const asked = events()[0]!.conferenceData!.createRequest!.requestId;
    given.google.finishMeetings();
    expect(await meet.find(account, BOOKING)).toMatchObject({
      details: { joinUrl: expect.stringMatching(LINK) as string },
    });
    expect(events()[0]!.conferenceData!.createRequest!.requestId).toBe(asked);
  });

  it('keeps the link when the session moves', async () => {
    const made = await meet.create(account, aSession());
    const later = aSession({ start: plus(aSession().start, HOUR), end: plus(aSession().end, HOUR) });
    expect((await meet.update(account, made, later)).details).toEqual(made.details);
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-04T10:00:00.000Z' } }]);
  });

  it('asks again where Google failed to make the meeting', async () => {
    given.google.isMeetSlow = true;
    await failureOf(meet.create(account, aSession()));
    const { createRequest } = events()[0]!.conferenceData!;
    given.google.put(ANA, {
      id: BOOKING,
      conferenceData: { createRequest: { ...createRequest!, status: { statusCode: 'failure' } } },
    });
    given.google.isMeetSlow = false;
    expect(await meet.find(account, BOOKING)).toBeNull();
    expect(await meet.create(account, aSession())).toMatchObject({
      details: { joinUrl: expect.stringMatching(LINK) as string },
    });
  });

  it.each(['the calendar', 'the meeting'] as const)(
    'is one event with the booking, whose first is %s',
    async (first) => {
      const both = [() => records.create(calendar, aSession()), () => meet.create(account, aSession())];
      for (const make of first === 'the calendar' ? both : both.reverse()) await make();
      expect(events()).toMatchObject([
        { id: BOOKING, conferenceData: { entryPoints: [{ uri: expect.stringMatching(LINK) as string }, {}] } },
      ]);
      expect(await records.find(calendar, BOOKING)).toMatchObject({ id: BOOKING });
      expect(await meet.find(account, BOOKING)).toMatchObject({ id: BOOKING });
    },
  );

  it.each(['the calendar', 'the meeting'] as const)('stays for the other when %s is removed first', async (first) => {
    const made = await records.create(calendar, aSession());
    const meeting = await meet.create(account, aSession());
    const [one, other] = first === 'the calendar' ? [records, meet] : [meet, records];
    const [its, others] = first === 'the calendar' ? [calendar, account] : [account, calendar];
    await one.remove(its, made);
    expect(events()).toHaveLength(1);
    expect(await one.find(its, BOOKING)).toBeNull();
    expect(await other.find(others, BOOKING)).not.toBeNull();
    await other.remove(others, meeting);
    expect(events()).toEqual([]);
  });

  it('is gone when it was taken off its event at Google, and made again', async () => {
    const made = await meet.create(account, aSession());
    const { conferenceData: _none, ...event } = events()[0]!;
    given.google.put(ANA, { ...event, conferenceData: undefined as never });
    expect(await failureOf(meet.update(account, made, aSession({ title: 'New' })))).toBe('gone meet_failed');
    expect(await meet.create(account, aSession())).toMatchObject({
      details: { joinUrl: expect.stringMatching(LINK) as string },
    });
  });

  it('has a link again when a cancelled session comes back', async () => {
    await meet.remove(account, await meet.create(account, aSession()));
    expect(await meet.find(account, BOOKING)).toBeNull();
    expect(await meet.create(account, aSession())).toMatchObject({
      details: { joinUrl: expect.stringMatching(LINK) as string },
    });
    expect(events()).toHaveLength(1);
  });

  it('is held in the calendar that takes bookings, and else in the first one of the account', async () => {
    expect(await meet.accountOf(scope)).toEqual({ connectionId: CONNECTION, host: ANA });
    given.source = { ...source, writesTo: FAMILY };
    expect(await meet.accountOf(scope)).toEqual({ connectionId: CONNECTION, host: FAMILY });
    const { writesTo: _none, ...reading } = { ...source };
    given.source = reading as typeof source;
    expect(await meet.accountOf(scope)).toEqual({ connectionId: CONNECTION, host: ANA });
    await meet.create(account, aSession());
    expect(events()).toHaveLength(1);
    expect(given.google.eventsOf(FAMILY)).toEqual([]);
  });

  it('needs an account that Google still lets in', async () => {
    given.connection = { ...given.connection, state: 'revoked' };
    expect(await meet.accountOf(scope)).toBeNull();
    given.connection = { ...given.connection, state: 'ok', provider: 'zoom' };
    expect(await meet.accountOf(scope)).toBeNull();
  });
});
