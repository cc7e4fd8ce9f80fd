import { describe, expect, it } from 'vitest';
import { instant, minus, type Instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import {
  ACTIVE_STATUSES,
  firstStatus,
  isActive,
  statusAfter,
  type Asked,
  type BookingMove,
  type BookingStatus,
} from './status.ts';

const ALL: readonly BookingStatus[] = [
  'pending',
  'scheduled',
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
];
const START = instant(1000);
const at = (hours: number): Instant => instant(hours * HOUR);

const coach = { by: 'coach', now: START, autoConfirm: true } as const;
const attendee = { by: 'attendee', now: minus(START, 1), autoConfirm: true } as const;
const row = (move: BookingMove, asked: Asked) =>
  ALL.map((status) => statusAfter(move, { status, start: START, before: 'confirmed' }, asked) ?? '-').join(' ');

/**
 * For each move by the coach side once the start has passed, what becomes of each status in the order of ALL; `-` is
 * refused.
 */
const TABLE: readonly (readonly [BookingMove, string])[] = [
  ['confirm', '- confirmed - - - - -'],
  ['start', '- in_progress in_progress - - - -'],
  ['complete', '- completed completed completed - completed -'],
  ['no_show', '- no_show no_show no_show no_show - -'],
  ['cancel', '- cancelled cancelled - - - -'],
  ['reschedule', '- scheduled confirmed confirmed - - -'],
];

describe('a move of a booking', () => {
  it.each(TABLE)('leads by the coach side’s %s from each status to %s', (move, expected) => {
    expect(row(move, coach)).toBe(expected);
  });

  it.each([
    ['confirm', 'confirmed'],
    ['cancel', 'cancelled'],
    ['reschedule', 'pending'],
  ] as const)('R25 leads by the coach side’s %s from pending to %s before the start alone', (move, expected) => {
    const at = (now: number) => statusAfter(move, { status: 'pending', start: START }, { ...coach, now: instant(now) });
    expect([at(START - 1), at(START)]).toEqual([expected, null]);
  });

  it.each<[BookingMove, string]>([
    ['confirm', '- - - - - - -'],
    ['start', '- - - - - - -'],
    ['complete', '- - - - - - -'],
    ['no_show', '- - - - - - -'],
    ['cancel', 'cancelled cancelled cancelled - - - -'],
    ['reschedule', 'pending scheduled confirmed - - - -'],
  ])('leads by the attendee’s %s before the start from each status to %s', (move, expected) => {
    expect(row(move, attendee)).toBe(expected);
  });

  it.each(['cancel', 'reschedule'] as const)('V03 refuses %s to an attendee once the start has passed', (move) => {
    expect(row(move, { ...attendee, now: START })).toBe('- - - - - - -');
  });

  it('R19 makes a booking pending again for an attendee of a coach who confirms by hand', () => {
    expect(row('reschedule', { ...attendee, autoConfirm: false })).toBe('pending pending pending - - - -');
  });

  it('R19 returns a session in progress to its status before, or to scheduled where none is recorded', () => {
    expect(statusAfter('reschedule', { status: 'in_progress', start: START, before: 'scheduled' }, coach)).toBe(
      'scheduled',
    );
    expect(statusAfter('reschedule', { status: 'in_progress', start: START }, coach)).toBe('scheduled');
  });

  it.each(['complete', 'no_show'] as const)('allows %s only after the start, and only with a start', (move) => {
    expect(statusAfter(move, { status: 'confirmed', start: START }, { ...coach, now: minus(START, 1) })).toBeNull();
    expect(statusAfter(move, { status: 'confirmed' }, coach)).toBeNull();
  });

  it.each<[string, Instant | undefined, Instant | undefined, Instant, boolean]>([
    ['on its day', at(10), at(0), at(0), true],
    ['the evening before', at(10), at(0), instant(-1), false],
    ['an hour before, where the day begins later', at(10), at(9.5), at(9), true],
    ['more than an hour before, where the day begins later', at(10), at(9.5), minus(at(9), 1), false],
    ['without a time yet', undefined, undefined, at(0), true],
  ])('R44 opens start %s', (_, start, dayStart, now, isOpen) => {
    const booked = { status: 'confirmed', start, dayStart } as const;
    const after = statusAfter('start', booked, { ...coach, now });
    expect(after).toBe(isOpen ? 'in_progress' : null);
  });
});

it('counts pending, scheduled, confirmed and in_progress as active', () => {
  expect(ALL.filter(isActive)).toEqual(ACTIVE_STATUSES);
});

it.each([
  ['attendee', true, 'confirmed'],
  ['attendee', false, 'pending'],
  ['coach', true, 'scheduled'],
  ['coach', false, 'scheduled'],
] as const)('begins a booking by the %s with autoConfirm %s as %s', (by, autoConfirm, status) => {
  expect(firstStatus(by, autoConfirm)).toBe(status);
});
