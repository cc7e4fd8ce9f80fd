import { describe, expect, it } from 'vitest';
import { actionsOf, stepToUndo, type BookingAction } from './actions.ts';
import type { HistoryEntry } from './booking.ts';
import { stageOf } from './stage.ts';
import type { BookingStatus } from './status.ts';
import { instant, minus, type Instant } from '@coach-booking/time/instant';
import { zoneOf } from '@coach-booking/time/zone';

const START = instant(1000);
const time = { start: START, end: instant(2000), local: { date: '2026-04-14', hour: 9, weekday: 2 } } as const;
const entry = (type: HistoryEntry['type'], from?: BookingStatus): HistoryEntry => ({
  type,
  at: instant(0),
  by: 'coach',
  to: 'confirmed',
  ...(from && { from }),
});

const actions = (status: BookingStatus, now: Instant, last: HistoryEntry = entry('created')) =>
  actionsOf(
    { history: [last], time, createdAt: instant(0) },
    stageOf({ status, time, history: [last] }, zoneOf('UTC')),
    now,
  );

describe('the actions of a booking', () => {
  it.each<[BookingStatus, 'before' | 'after', BookingAction[]]>([
    ['pending', 'before', ['confirm', 'cancel', 'reschedule']],
    ['pending', 'after', []],
    ['scheduled', 'before', ['confirm', 'start', 'cancel', 'reschedule']],
    ['scheduled', 'after', ['confirm', 'start', 'complete', 'no_show', 'cancel', 'reschedule']],
    ['confirmed', 'before', ['start', 'cancel', 'reschedule']],
    ['confirmed', 'after', ['start', 'complete', 'no_show', 'cancel', 'reschedule']],
    ['in_progress', 'before', ['reschedule']],
    ['in_progress', 'after', ['complete', 'no_show', 'reschedule']],
    ['completed', 'after', ['no_show']],
    ['no_show', 'after', ['complete']],
    ['cancelled', 'after', []],
  ])('allows a booking that is %s, %s its start: %s', (status, when, expected) => {
    expect(actions(status, when === 'before' ? minus(START, 1) : START)).toEqual(expected);
  });

  it('allows no completion of a booking without a time', () => {
    expect(actionsOf({ history: [], createdAt: START }, { status: 'scheduled' }, START)).not.toContain('complete');
  });
});

describe('the last step of a booking', () => {
  it.each<[HistoryEntry['type'], boolean]>([
    ['created', false],
    ['rescheduled', false],
    ['cancelled', false],
    ['updated', false],
    ['undone', false],
    ['confirmed', true],
    ['started', true],
    ['completed', true],
    ['no_show', true],
  ])('allows the last step of type %s to be undone: %s', (type, expected) => {
    const last = entry(type, 'scheduled');
    expect(stepToUndo({ history: [entry('created'), last], createdAt: instant(0) }, START)).toBe(
      expected ? last : null,
    );
    expect(actions('confirmed', START, last).includes('undo')).toBe(expected);
  });

  it('undoes the last step alone, not the one before it', () => {
    expect(
      stepToUndo(
        { history: [entry('confirmed', 'pending'), entry('updated', 'confirmed')], createdAt: instant(0) },
        instant(0),
      ),
    ).toBeNull();
  });

  it('R25 cannot be undone where that leads back to a request which would have expired', () => {
    const confirmed = { history: [entry('created'), entry('confirmed', 'pending')], time, createdAt: instant(0) };
    expect(stepToUndo(confirmed, minus(START, 1))).not.toBeNull();
    expect(stepToUndo(confirmed, START)).toBeNull();
  });
});
