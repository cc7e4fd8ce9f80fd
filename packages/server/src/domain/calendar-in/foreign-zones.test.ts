import { describe, expect, it } from 'vitest';
import { calendarOf, eventOf, reading, shown } from '../../../test/foreign-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const observance = (kind: string, from: string, to: string, ...lines: string[]) => [
  ...[`BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...lines, `END:${kind}`],
];
const zone = (id: string, ...observances: string[][]) => [
  'BEGIN:VTIMEZONE',
  `TZID:${id}`,
  ...observances.flat(),
  'END:VTIMEZONE',
];

/** As Outlook writes Central Europe: rules since 1601. */
const central = [
  observance('STANDARD', '+0200', '+0100', 'DTSTART:16011028T030000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
  observance('DAYLIGHT', '+0100', '+0200', 'DTSTART:16010325T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
];
const inZone = (id: string, day = '20260714') =>
  eventOf(`UID:${id}${day}`, `DTSTART;TZID=${id}:${day}T090000`, `DTEND;TZID=${id}:${day}T100000`);
const read = (...lines: string[]) => readCalendar(calendarOf(...lines), { ...reading, timeZone: 'America/New_York' });

describe('a zone by its name', () => {
  it.each([
    ['of IANA, without a VTIMEZONE', 'Europe/Berlin', '2026-07-14T07:00/08:00'],
    ['in small letters', 'europe/berlin', '2026-07-14T07:00/08:00'],
    ['of Windows', 'W. Europe Standard Time', '2026-07-14T07:00/08:00'],
    ['of Windows in another case', 'fle standard time', '2026-07-14T06:00/07:00'],
    ['of Windows in a half hour', 'India Standard Time', '2026-07-14T03:30/04:30'],
    ['of a path', '/softwarestudio.org/Olson_20011030_5/Europe/Berlin', '2026-07-14T07:00/08:00'],
    [
      'of a path with three parts',
      '/freeassociation.sourceforge.net/America/Argentina/Salta',
      '2026-07-14T12:00/13:00',
    ],
    ['in quotes', '"Europe/Berlin"', '2026-07-14T07:00/08:00'],
    ['that is UTC', 'Etc/UTC', '2026-07-14T09:00/10:00'],
  ])('finds a zone by its name: %s', (_, id, expected) => {
    const calendar = read(...inZone(id));
    expect([shown(calendar), calendar.problems]).toEqual([[expected], []]);
  });

  it.each(['Customized Time Zone', 'Custom/Zone', 'Berlin', '/a/b/Nowhere', '+0200'])(
    'reads an unknown zone, %s, as the zone of the coach, and reports a problem',
    (id) => {
      const calendar = read(...inZone(id), ...inZone(id, '20260715'));
      expect(shown(calendar)).toEqual(['2026-07-14T13:00/14:00', '2026-07-15T13:00/14:00']);
      expect(calendar.problems).toEqual([{ code: 'unknown_zone', count: 1, detail: id }]);
    },
  );
});

describe('a zone that the file brings', () => {
  it('reads a zone by its observances, since 1601 and in summer and winter', () => {
    const id = 'Customized Time Zone';
    const { problems, ...calendar } = read(...zone(id, ...central), ...inZone(id, '20260114'), ...inZone(id));
    expect(problems).toEqual([]);
    expect(shown({ ...calendar, problems })).toEqual(['2026-01-14T08:00/09:00', '2026-07-14T07:00/08:00']);
  });

  it('comes before what its name means elsewhere', () => {
    const odd = zone('Europe/Berlin', observance('STANDARD', '+0500', '+0500', 'DTSTART:19700101T000000'));
    expect(shown(read(...inZone('Europe/Berlin'), ...odd))).toEqual(['2026-07-14T04:00/05:00']);
  });

  it('has gaps and repeated times in a zone by our rule (R21)', () => {
    const lines = ['20260329T023000', '20261025T023000'].map((at) =>
      eventOf(`UID:${at}`, `DTSTART;TZID=Home:${at}`, 'DURATION:PT30M'),
    );
    expect(shown(read(...zone('Home', ...central), ...lines.flat()))).toEqual([
      '2026-03-29T01:30/02:00',
      '2026-10-25T00:30/01:00',
    ]);
  });

  it('accepts rules that ended, and lists of changes', () => {
    const brought = zone(
      'Home',
      observance('STANDARD', '+0200', '+0100', 'DTSTART:19961027T030000', 'RDATE:20251026T030000,20260401T000000'),
      observance(
        'DAYLIGHT',
        '+0100',
        '+0200',
        'DTSTART:19810329T020000',
        'RRULE:FREQ=YEARLY;UNTIL=20260329T010000Z;BYMONTH=3;BYDAY=-1SU',
      ),
    );
    const days = ['20260301', '20260330', '20260402'].flatMap((day) => inZone('Home', day));
    expect(shown(read(...brought, ...days))).toEqual([
      '2026-03-01T08:00/09:00',
      '2026-03-30T07:00/08:00',
      '2026-04-02T08:00/09:00',
    ]);
  });

  it('takes a zone without readable observances by its name', () => {
    const broken = zone('Europe/Berlin', observance('STANDARD', 'x', '+0100', 'DTSTART:19700101T000000'));
    expect(shown(read(...broken, ...inZone('Europe/Berlin')))).toEqual(['2026-07-14T07:00/08:00']);
    expect(shown(read(...zone('Europe/Berlin'), ...inZone('Europe/Berlin')))).toEqual(['2026-07-14T07:00/08:00']);
  });

  it('belongs to its file alone', () => {
    read(...zone('Home', ...central), ...inZone('Home'));
    expect(read(...inZone('Home')).problems).toMatchObject([{ code: 'unknown_zone' }]);
  });

  it('stands beside another in one file, as Outlook publishes them', () => {
    const fle = [
      observance(
        'STANDARD',
        '+0300',
        '+0200',
        'DTSTART:16010101T040000',
        'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
      ),
      observance(
        'DAYLIGHT',
        '+0200',
        '+0300',
        'DTSTART:16010101T030000',
        'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
      ),
    ];
    const calendar = read(
      ...zone('FLE Standard Time', ...fle),
      ...zone('Central Europe Standard Time', ...central),
      ...inZone('FLE Standard Time'),
      ...inZone('Central Europe Standard Time', '20260715'),
    );
    expect(shown(calendar)).toEqual(['2026-07-14T06:00/07:00', '2026-07-15T07:00/08:00']);
  });
});
