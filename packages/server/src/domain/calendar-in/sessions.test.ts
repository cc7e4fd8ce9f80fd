import { describe, expect, it } from 'vitest';
import { calendarOf, eventOf, reading } from '../../../test/foreign-calendar.ts';
import { readSessions } from './sessions.ts';

const read = (...events: string[][]) =>
  readSessions(calendarOf(...events.flat()), { ...reading, owner: 'coach@fit.example' });
const nine = ['DTSTART:20260414T090000Z', 'DTEND:20260414T100000Z'];
const at9 = Date.parse('2026-04-14T09:00:00Z');
const brief = ({ sessions }: ReturnType<typeof read>) =>
  sessions.map(({ externalId, start }) => `${externalId} ${new Date(start).toISOString().slice(0, 16)}`);

describe('a session of a former calendar', () => {
  it('returns the person who was invited, and the title', () =>
    expect(
      read(
        eventOf(
          ...['UID:1', ...nine, 'SUMMARY:Strength\\, and more', 'ORGANIZER:mailto:Boss@fit.example'],
          ...['ATTENDEE;CN=Boss:mailto:boss@fit.example', 'ATTENDEE;CN=Coach:mailto:coach@fit.example'],
          ...['ATTENDEE;CUTYPE=ROOM:mailto:room@fit.example', 'ATTENDEE;CN="Diaz, Ana":mailto:Ana@mail.example'],
        ),
      ).sessions,
    ).toEqual([
      {
        externalId: '1',
        start: at9,
        duration: 60,
        attendeeName: 'Diaz, Ana',
        attendeeEmail: 'ana@mail.example',
        title: 'Strength, and more',
      },
    ]));

  it('takes the title for the name where nobody was invited, and the beginning of an address without a name', () => {
    const { sessions } = read(
      eventOf('UID:1', ...nine, 'SUMMARY:Ana Diaz'),
      eventOf('UID:2', ...nine, 'ATTENDEE;CN=ben@mail.example:mailto:ben@mail.example'),
    );
    expect(sessions).toMatchObject([
      { attendeeName: 'Ana Diaz' },
      { attendeeName: 'ben', attendeeEmail: 'ben@mail.example' },
    ]);
    expect(sessions[0]).not.toHaveProperty('attendeeEmail');
    expect(sessions[1]).not.toHaveProperty('title');
  });

  it('gives each session of a series an id of its own, which a change keeps', () => {
    const series = eventOf('UID:s', ...nine, 'SUMMARY:Ana', 'RRULE:FREQ=DAILY;COUNT=3');
    const id = 'RECURRENCE-ID:20260415T090000Z';
    const moved = eventOf('UID:s', id, 'DTSTART:20260420T090000Z', 'DURATION:PT1H', 'SUMMARY:Ana');
    expect(brief(read(series))).toEqual([
      's/2026-04-14T09:00 2026-04-14T09:00',
      's/2026-04-15T09:00 2026-04-15T09:00',
      's/2026-04-16T09:00 2026-04-16T09:00',
    ]);
    expect(brief(read(series, moved))[2]).toBe('s/2026-04-15T09:00 2026-04-20T09:00');
  });

  it('leaves out what is cancelled, free, a whole day, before the window, or nobody’s', () => {
    const calendar = read(
      eventOf('UID:1', ...nine, 'SUMMARY:Ana', 'STATUS:CANCELLED'),
      eventOf('UID:2', ...nine, 'SUMMARY:Ana', 'TRANSP:TRANSPARENT'),
      eventOf('UID:3', 'DTSTART;VALUE=DATE:20260414', 'SUMMARY:Holiday'),
      eventOf('UID:4', 'DTSTART:20251231T233000Z', 'DURATION:PT1H', 'SUMMARY:Ana'),
      eventOf('UID:5', ...nine),
    );
    expect(calendar).toEqual({ sessions: [], skipped: 2, problems: [] });
  });

  it('cuts texts to one line, and to the length that a row may have', () => {
    const { sessions } = read(
      eventOf(`UID:${'u'.repeat(300)}`, ...nine, `SUMMARY:A\\n${'b'.repeat(300)}`, 'RRULE:FREQ=DAILY;COUNT=1'),
    );
    expect(sessions[0]).toMatchObject({ attendeeName: `A ${'b'.repeat(118)}` });
    expect(sessions[0]!.externalId).toHaveLength(128);
  });
});
