import { describe, expect, it } from 'vitest';
import { ACTIVE_STATUSES, firstStatus, isActive, statusAfter, type BookingMove, type BookingStatus } from './status.ts';

const ALL: readonly BookingStatus[] = [
  'pending',
  'scheduled',
  'confirmed',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
];
const START = 1000;

/** For each move, what becomes of each status in the order of ALL; `-` is refused. */
const TABLE: readonly (readonly [BookingMove, string])[] = [
  ['confirm', 'confirmed confirmed - - - - -'],
  ['start', '- in_progress in_progress - - - -'],
  ['complete', '- completed completed completed - completed -'],
  ['no_show', '- no_show no_show no_show no_show - -'],
  ['cancel', 'cancelled cancelled cancelled - - - -'],
  ['reschedule', 'pending scheduled scheduled scheduled - - -'],
];

describe('a move of a booking', () => {
  it.each(TABLE)('%s leads from each status to %s', (move, expected) => {
    const after = ALL.map((status) => statusAfter(move, { status, start: START }, START) ?? '-');
    expect(after.join(' ')).toBe(expected);
  });

  it.each(['complete', 'no_show'] as const)('%s waits for the start, and for there to be one', (move) => {
    expect(statusAfter(move, { status: 'confirmed', start: START }, START - 1)).toBeNull();
    expect(statusAfter(move, { status: 'confirmed' }, START)).toBeNull();
  });
});

it('pending, scheduled, confirmed and in_progress occupy their time', () => {
  expect(ALL.filter(isActive)).toEqual(ACTIVE_STATUSES);
});

it.each([
  ['attendee', true, 'confirmed'],
  ['attendee', false, 'pending'],
  ['coach', true, 'scheduled'],
  ['coach', false, 'scheduled'],
] as const)('a booking by the %s with autoConfirm %s begins as %s', (by, autoConfirm, status) => {
  expect(firstStatus(by, autoConfirm)).toBe(status);
});
