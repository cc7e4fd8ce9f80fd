import { describe, expect, it } from 'vitest';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { canBeJudged, findingOf, isNoted, withFinding, type Finding, type SeenEvent } from './changed-there.ts';
import type { ExternalRecord } from './external-record.ts';

const at = (hours: number): Instant => instant(1_776_000_000_000 + hours * HOUR);
const [BOOKING, HOME, WORK] = ['b'.repeat(24), 'home', 'work'];
const NOON = { start: at(0), end: at(1) };
const LATER = { start: at(3), end: at(4) };
const record: ExternalRecord = {
  id: `${BOOKING}:calendar:s`,
  partnerId: 'p',
  mode: 'live',
  kind: 'calendar',
  bookingId: BOOKING,
  coachId: 'c',
  provider: 'google',
  account: { sourceId: 's', host: HOME },
  object: { id: BOOKING },
  isCreating: false,
  wanted: 'present',
  wantedVersion: 1,
  written: { ...NOON, at: at(-10) },
  left: [],
  state: 'done',
  attempts: 0,
  dueAt: null,
  leasedUntil: null,
  fence: 1,
  version: 1,
  createdAt: at(-20),
};
const event = (more: Partial<SeenEvent> = {}): SeenEvent => ({ bookingId: BOOKING, calendarId: HOME, ...more });
const whole = (start: Instant, end: Instant, calendarId = HOME) => [{ calendarId, start, end }];
const around = whole(minus(NOON.start, DAY), plus(NOON.end, DAY));

describe('what a reading shows of a booking that was written into a calendar', () => {
  it.each<[string, readonly SeenEvent[], ReturnType<typeof whole>, Finding | null]>([
    ['that it is as it was written', [event({ time: NOON })], around, { kind: 'same' }],
    ['that it was moved', [event({ time: LATER })], around, { kind: 'moved', ...LATER }],
    [
      'that it was made longer',
      [event({ time: { start: NOON.start, end: LATER.end } })],
      [],
      { kind: 'moved', start: NOON.start, end: LATER.end },
    ],
    ['that it was cancelled, though only changes were read', [event({ isCancelled: true })], [], { kind: 'deleted' }],
    ['that it is not there, where all of its time was read', [], around, { kind: 'deleted' }],
    ['nothing where only changes were read', [], [], null],
    ['nothing where its time was not read to the end', [], whole(NOON.start, minus(NOON.end, 1)), null],
    [
      'nothing where another calendar was read',
      [event({ time: LATER, calendarId: WORK })],
      whole(at(-9), at(9), WORK),
      null,
    ],
    ['nothing where its time cannot be read', [event()], around, null],
    [
      'nothing certain where it is there twice, at other times',
      [event({ time: LATER }), event({ time: LATER })],
      around,
      null,
    ],
    ['that one of two is as it was written', [event({ time: LATER }), event({ time: NOON })], around, { kind: 'same' }],
    [
      'the one that is there beside one that was cancelled',
      [event({ isCancelled: true }), event({ time: NOON })],
      [],
      { kind: 'same' },
    ],
  ])('shows %s', (_, events, read, expected) => expect(findingOf(record, { events, whole: read })).toEqual(expected));

  it('shows nothing of one that was never written', () => {
    const { written: _written, ...fresh } = record;
    expect(findingOf(fresh, { events: [event({ time: LATER })], whole: around })).toBeNull();
  });
});

describe('a record against which a reading can be held', () => {
  it.each<[string, Partial<ExternalRecord>, boolean]>([
    ['it is settled', {}, true],
    ['it is due', { state: 'due', dueAt: at(0) }, false],
    ['it is marked while it is worked off', { dueAt: at(0) }, false],
    ['it is being written', { state: 'working', leasedUntil: at(0) }, false],
    ['it has failed', { state: 'failed' }, false],
    ['it is to be removed', { wanted: 'absent' }, false],
    ['its person was erased', { isErased: true }, false],
    ['it was written after the reading began', { written: { ...NOON, at: plus(at(-1), 1) } }, false],
    ['it was written within the minute before', { written: { ...NOON, at: plus(at(-1), 1 - MINUTE) } }, false],
    ['it was written just before in mode test', { mode: 'test', written: { ...NOON, at: at(-1) } }, true],
    ['it was written a minute before', { written: { ...NOON, at: minus(at(-1), MINUTE) } }, true],
  ])('answers when %s', (_, more, expected) => expect(canBeJudged({ ...record, ...more }, at(-1))).toBe(expected));

  it('is none without an event there', () => {
    const { object: _object, ...none } = record;
    expect(canBeJudged(none, at(-1))).toBe(false);
  });
});

describe('a change that somebody has made there', () => {
  const moved: Finding = { kind: 'moved', ...LATER };
  const noted = withFinding(record, moved, at(-1), at(0));

  it('is noted with its time, since when, and when the mail about it leaves', () =>
    expect(noted.changedThere).toEqual({ ...moved, since: at(-1), mailAt: at(0) }));

  it('goes on as the same one to another time or a deletion, with the same mail', () => {
    const mailed = { ...noted, changedThere: { ...noted.changedThere!, toldAt: at(0) } };
    const same = { since: at(-1), mailAt: at(0), toldAt: at(0) };
    const further: Finding = { kind: 'moved', start: at(5), end: at(6) };
    expect(withFinding(mailed, further, at(2), at(3)).changedThere).toEqual({ ...further, ...same });
    expect(withFinding(mailed, { kind: 'deleted' }, at(2), at(3)).changedThere).toEqual({ kind: 'deleted', ...same });
  });

  it('is gone once it is as it was written, and is a new one after that', () => {
    const back = withFinding(noted, { kind: 'same' }, at(2), at(3));
    expect(back).toEqual(record);
    expect(withFinding(back, moved, at(4), at(5)).changedThere).toMatchObject({ since: at(4), mailAt: at(5) });
  });

  it.each<[Finding, ExternalRecord, boolean]>([
    [{ kind: 'same' }, record, true],
    [{ kind: 'same' }, noted, false],
    [moved, noted, true],
    [{ ...moved, end: at(5) }, noted, false],
    [{ kind: 'deleted' }, noted, false],
    [{ kind: 'deleted' }, withFinding(record, { kind: 'deleted' }, at(0), at(0)), true],
    [moved, record, false],
  ])('knows %j: %#', (finding, { changedThere }, expected) => expect(isNoted(changedThere, finding)).toBe(expected));
});
