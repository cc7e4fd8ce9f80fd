import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { icsOf } from '../../packages/elements/src/calendar-links/index.ts';
import { bookingIcs } from '../../packages/server/src/application/mail/booking-ics.ts';
import { calendarUid } from '../../packages/server/src/application/mail/ics.ts';
import { sources } from '../architecture/sources.ts';

const start = '2026-04-14T18:00:00.000Z';
const end = '2026-04-14T19:00:00.000Z';
const person = { name: 'Ana', address: 'ana@example.com' };

const read = (file: string) => {
  const component = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')!;
  const { uid, sequence, summary, startDate, endDate } = new ICAL.Event(component);
  const status = component.getFirstPropertyValue('status');
  return { uid, sequence, summary, status, start: startDate.toString(), end: endDate.toString() };
};

describe('the calendar file of a mail and the one of the widget', () => {
  it.each([
    ['TENTATIVE', 0],
    ['CONFIRMED', 2],
    ['CANCELLED', 3],
  ] as const)('writes one entry of a calendar in both files: %s', (status, sequence) => {
    const uid = calendarUid('665f00000000000000000021');
    const text = { summary: 'Yoga; am Hafen', description: 'ä'.repeat(100) };
    const mailed = bookingIcs({
      ...{ uid, status, sequence, ...text, organizer: person, attendee: person },
      method: status === 'CANCELLED' ? 'CANCEL' : 'REQUEST',
      start: parseInstant(start),
      end: parseInstant(end),
      stamp: parseInstant(start),
    });
    const loaded = icsOf({
      ...{ uid, status, sequence, start, end, stamp: start, url: 'https://book.example' },
      title: text.summary,
      description: text.description,
    });
    expect(read(mailed)).toEqual(read(loaded));
  });

  it('writes the same id of the same booking into both files', () => {
    const widget = sources().find(({ path }) => path === 'packages/elements/src/coach-booking/steps/calendar-view.ts');
    expect(widget?.text).toContain(`uid: \`${calendarUid('${id}')}\``);
  });
});
