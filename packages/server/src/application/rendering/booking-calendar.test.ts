import ICAL from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { MESSAGE_KINDS, MESSAGE_LANGUAGES } from '../../domain/message/message.ts';
import { openTemplates } from '../../adapters/templates/open-templates.ts';
import { bookingCalendar, type CalendarRequest } from './booking-calendar.ts';
import { sampleBrand, sampleData } from './sample-data.ts';

const templates = openTemplates();
afterAll(() => templates.close());

const calendar = (given: Partial<CalendarRequest> = {}) => {
  const { kind = 'confirmed', audience = 'attendee' } = given;
  return bookingCalendar(templates, {
    kind,
    audience,
    language: 'en',
    brand: sampleBrand,
    data: sampleData(kind, 'email', audience),
    bookingId: '665f21',
    status: 'confirmed',
    sequence: 0,
    sender: 'hello@fit.example',
    recipient: { name: 'Ana Torres', address: 'ana@example.com' },
    madeAt: instant(Date.UTC(2026, 8, 1)),
    ...given,
  });
};
const read = (given: Partial<CalendarRequest>) => {
  const component = new ICAL.Component(ICAL.parse(calendar(given)!.content)).getFirstSubcomponent('vevent')!;
  return { event: new ICAL.Event(component), status: component.getFirstPropertyValue('status') };
};

describe('the calendar file of a mail', () => {
  it('puts in, changes and takes out, and is missing where nothing changes', () =>
    expect(Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, calendar({ kind })?.method]))).toEqual({
      requested: 'REQUEST',
      confirmed: 'REQUEST',
      changed: 'REQUEST',
      declined: 'CANCEL',
      expired: 'CANCEL',
      cancelled: 'CANCEL',
    }));

  it('attaches no file to a mail of a booking without a time', () =>
    expect(calendar({ data: { ...sampleData('confirmed', 'email', 'attendee'), start: undefined } })).toBeNull());

  it('raises the revision with each move and with the end, under one id', () => {
    const life = [
      read({ kind: 'requested', status: 'pending' }),
      read({ kind: 'changed', sequence: 1 }),
      read({ kind: 'changed', sequence: 2 }),
      read({ kind: 'cancelled', sequence: 3, status: 'cancelled' }),
    ];
    expect(life.map(({ event }) => event.sequence)).toEqual([0, 1, 2, 3]);
    expect(life.map(({ status }) => status)).toEqual(['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(new Set(life.map(({ event }) => event.uid))).toEqual(new Set(['665f21@coach-booking']));
  });

  it('says what helps on the day, in the words of the reader', () => {
    const { event } = read({});
    expect(event.summary).toBe('Personal training with Maria Santos');
    expect(event.description).toMatch(
      /^With: Maria Santos\nWhat to bring: Towel, water, indoor shoes\nJoin: https:\/\/book.example.com\/join\/[^]*\n\nChange or cancel: https/,
    );
    expect(event.location).toMatch(/^https:\/\/book.example.com\/join\//);
    expect(read({ audience: 'coach' }).event.summary).toBe('Ana Torres: Personal training');
    for (const language of MESSAGE_LANGUAGES)
      expect(read({ language }).event.description).not.toMatch(/[{}\u2066-\u2069\ue000-\ue002]/);
  });

  it('writes the place of a session in person, and no link to join', () => {
    const data = sampleData('confirmed', 'email', 'attendee');
    const inPerson = { ...data, place: 'Pier 3', placeHint: 'Ring twice.', links: { ...data.links, join: undefined } };
    const { event } = read({ data: inPerson });
    expect(event.location).toBe('Pier 3');
    expect(event.description).toContain('Finding it: Ring twice.');
    expect(event.description).not.toContain('Join');
  });
});
