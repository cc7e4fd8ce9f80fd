import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { HistoryEntry } from './booking.ts';
import type { BookingStatus } from './status.ts';
import { calendarChangedAt, calendarSequence } from './calendar-revision.ts';

const created = { type: 'created', at: instant(1), to: 'pending' } as const;
const step = (type: HistoryEntry['type'], from: BookingStatus, to: BookingStatus, at = 2) => ({
  ...{ type, from, to, at: instant(at) },
});
const booking = (status: BookingStatus, ...steps: readonly ReturnType<typeof step>[]) => ({
  status,
  createdAt: instant(1),
  history: [created, ...steps],
});

describe('the revision of a booking in calendars', () => {
  it.each<[string, ReturnType<typeof booking>, number]>([
    ['begins at nothing', booking('pending'), 0],
    ['stays with a confirmation', booking('confirmed', step('confirmed', 'pending', 'confirmed')), 0],
    ['rises with a move', booking('confirmed', step('rescheduled', 'confirmed', 'confirmed')), 1],
    ['stays with a change of other things', booking('confirmed', step('updated', 'confirmed', 'confirmed')), 0],
    ['rises with the end', booking('cancelled', step('cancelled', 'pending', 'cancelled')), 1],
    ['rises with the end of a request that nobody has written down yet (R25)', booking('cancelled'), 1],
    [
      'rises when the end is taken back',
      booking('confirmed', step('cancelled', 'confirmed', 'cancelled'), step('undone', 'cancelled', 'confirmed')),
      2,
    ],
    [
      'stays with a change of what has ended',
      booking('cancelled', step('cancelled', 'confirmed', 'cancelled'), step('updated', 'cancelled', 'cancelled')),
      1,
    ],
  ])('counts the revision of a booking: it %s', (_, given, sequence) => expect(calendarSequence(given)).toBe(sequence));

  it('counts the last step, and an end that is not recorded yet', () => {
    expect(calendarChangedAt(booking('pending'))).toBe(1);
    expect(calendarChangedAt(booking('confirmed', step('confirmed', 'pending', 'confirmed', 7)))).toBe(7);
    expect(calendarChangedAt({ ...booking('cancelled'), cancelledAt: instant(9) })).toBe(9);
  });
});
