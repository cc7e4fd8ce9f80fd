import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseInstant, plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import {
  CONNECTION,
  FAMILY,
  givenMicrosoft,
  LIVE,
  MAIN,
  SOURCE,
  type GivenMicrosoft,
} from '../../../test/graph/given-microsoft.ts';
import type { RecordAdapter, RecordSession } from '../ports/external-record-adapters.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { createMicrosoftRecords } from './microsoft-records.ts';

const BOOKING = 'b0'.repeat(12);
const start = parseInstant('2026-05-04T09:00:00Z');
const session: RecordSession = {
  bookingId: BOOKING,
  title: 'Strength session: Ana Diaz',
  description: 'https://book.example/join/x',
  start,
  end: plus(start, HOUR),
  timeZone: 'Europe/Berlin',
  status: 'confirmed',
  version: 1,
  location: 'Pier 3',
};
const moved = { ...session, start: plus(start, HOUR), end: plus(start, 2 * HOUR), version: 2 };

let given: GivenMicrosoft;
let records: RecordAdapter;
let account: Parameters<RecordAdapter['find']>[0];
beforeEach(async () => {
  given = await givenMicrosoft();
  await given.connect([FAMILY], { writesTo: FAMILY });
  records = createMicrosoftRecords(given.core);
  account = { ...LIVE, coachId: given.coachId, sourceId: SOURCE };
});
afterEach(() => given.close());

const events = () => [...given.graph.events.values()];
const kindOf = async (promise: Promise<unknown>): Promise<string> => {
  const failure = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof ProviderFailure) return failure.kind;
  throw failure ?? new Error('It did not fail.');
};

describe('bookings in a calendar of Outlook', () => {
  it('creates an event, and invites nobody', async () => {
    const made = await records.create(account, session);
    expect(made).toEqual({
      id: expect.any(String) as string,
      etag: expect.stringMatching(/^W\//) as string,
      details: { calendarId: FAMILY, connectionId: CONNECTION },
    });
    expect(events()).toMatchObject([
      {
        id: made.id,
        calendarId: FAMILY,
        subject: 'Strength session: Ana Diaz',
        start: { dateTime: '2026-05-04T09:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-05-04T10:00:00.0000000', timeZone: 'UTC' },
        location: { displayName: 'Pier 3' },
        showAs: 'busy',
        isReminderOn: false,
      },
    ]);
    expect(events()[0]).not.toHaveProperty('attendees');
  });

  it.each(['lost', 'half'] as const)(
    'finds an event whose creation was answered by %s, and creates no second one',
    async (fault) => {
      expect(await records.find(account, BOOKING)).toBeNull();
      given.graph.fail(fault);
      expect(await kindOf(records.create(account, session))).toBe('unknown');
      const found = await records.find(account, BOOKING);
      expect(found?.id).toBe(events()[0]!.id);
      expect((await records.create(account, session)).id).toBe(found!.id);
      expect(events()).toHaveLength(1);
    },
  );

  it('creates an event anew that was deleted in Outlook', async () => {
    const made = await records.create(account, session);
    given.graph.events.clear();
    expect(await kindOf(records.update(account, made, moved))).toBe('gone');
    expect((await records.create(account, moved)).id).not.toBe(made.id);
  });

  it('moves an event with its booking, and shows a pending one as tentative', async () => {
    const made = await records.create(account, session);
    const changed = await records.update(account, made, { ...moved, status: 'pending' });
    expect(changed.id).toBe(made.id);
    expect(changed.etag).not.toBe(made.etag);
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-04T10:00:00.0000000' }, showAs: 'tentative' }]);
  });

  const changeThere = (id: string, more: object) => {
    const event = given.graph.events.get(id)!;
    given.graph.events.set(id, { ...event, ...more, changeKey: 'of-outlook' });
  };

  it('reports a conflict where somebody has moved the event in Outlook, and leaves it there', async () => {
    const made = await records.create(account, session);
    changeThere(made.id, {
      start: { dateTime: '2026-05-05T07:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-05-05T08:00:00.0000000', timeZone: 'UTC' },
    });
    expect(await kindOf(records.update(account, made, moved))).toBe('conflict');
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-05T07:00:00.0000000' } }]);
  });

  it('writes over a move once it was shown', async () => {
    const made = await records.create(account, session);
    changeThere(made.id, { start: { dateTime: '2026-05-04T07:00:00.0000000', timeZone: 'UTC' } });
    expect(await kindOf(records.update(account, made, moved))).toBe('conflict');
    await records.update(account, (await records.find(account, BOOKING))!, moved);
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-04T10:00:00.0000000' } }]);
  });

  it('reports no conflict where something else was changed in Outlook, such as a reminder', async () => {
    const made = await records.create(account, session);
    changeThere(made.id, { reminderMinutesBeforeStart: 10 });
    await records.update(account, made, moved);
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-04T10:00:00.0000000' } }]);
  });

  it('reports no conflict where the event is already where the booking is to be', async () => {
    const made = await records.create(account, session);
    changeThere(made.id, {
      start: { dateTime: '2026-05-04T10:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-05-04T11:00:00.0000000', timeZone: 'UTC' },
    });
    await records.update(account, made, moved);
    expect(events()).toHaveLength(1);
  });

  it('removes an event, also one that is gone', async () => {
    const made = await records.create(account, session);
    await records.remove(account, made);
    expect(events()).toEqual([]);
    await records.remove(account, made);
  });

  it.each([
    [429, 'limited'],
    [500, 'unknown'],
    [503, 'unknown'],
    [403, 'refused'],
    [400, 'refused'],
    ['silent', 'unknown'],
    ['page', 'unknown'],
  ] as const)('takes the answer %s to a creation for %s', async (fault, kind) => {
    given.graph.fail(fault);
    expect(await kindOf(records.create(account, session))).toBe(kind);
    expect(events()).toEqual([]);
  });

  it.each([
    [500, 'unavailable'],
    ['silent', 'unavailable'],
    ['half', 'unavailable'],
    [429, 'limited'],
  ] as const)('takes the answer %s to a search for %s', async (fault, kind) => {
    given.graph.fail(fault);
    expect(await kindOf(records.find(account, BOOKING))).toBe(kind);
  });

  it('revokes the connection where the grant is gone', async () => {
    given.graph.tokens.clear();
    given.graph.refreshTokens.clear();
    expect(await kindOf(records.create(account, session))).toBe('revoked');
    expect(await kindOf(records.create(account, session))).toBe('revoked');
    const connections = await given.core.providerConnections.ofCoach(LIVE, given.coachId);
    expect(connections.map(({ state }) => state)).toEqual(['revoked']);
  });

  it('takes an event from the calendar that the source was written into before, so that it is made anew', async () => {
    const made = await records.create(account, session);
    const source = (await given.core.calendarSources.byId(LIVE, SOURCE))!;
    await given.core.calendarSources.replace({ ...source, writesTo: MAIN }, source.version);
    expect(await kindOf(records.update(account, made, moved))).toBe('gone');
    expect(events()).toEqual([]);
    await records.create(account, moved);
    expect(events()).toMatchObject([{ calendarId: MAIN }]);
  });

  it('writes into the calendar that the account names', async () => {
    await records.create({ ...account, host: MAIN }, session);
    expect(events()).toMatchObject([{ calendarId: MAIN }]);
    expect(await records.find(account, BOOKING)).toBeNull();
    expect(await records.find({ ...account, host: MAIN }, BOOKING)).not.toBeNull();
  });

  it('removes an event of a source that is gone', async () => {
    const made = await records.create(account, session);
    const source = (await given.core.calendarSources.byId(LIVE, SOURCE))!;
    await given.core.calendarSources.remove(SOURCE, source.version);
    await records.remove(account, made);
    expect(events()).toEqual([]);
  });

  it('refuses where the calendar is gone', async () => {
    given.graph.calendars.splice(1, 1);
    expect(await kindOf(records.find(account, BOOKING))).toBe('refused');
    expect(await kindOf(records.create(account, session))).toBe('refused');
  });

  it('refuses where the source is not written to any more', async () => {
    const source = (await given.core.calendarSources.byId(LIVE, SOURCE))!;
    const { writesTo: _before, ...rest } = source;
    await given.core.calendarSources.replace(rest, source.version);
    expect(await kindOf(records.create(account, session))).toBe('refused');
  });
});
