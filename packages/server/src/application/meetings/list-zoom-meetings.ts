import type { components } from '@coach-booking/contract/types';
import { asOf } from '../../domain/booking/expiry.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { scopeOf } from '../kernel/scope.ts';
import { checkBounds, rangeOf } from '../kernel/slot-range.ts';
import { zonesView } from '../kernel/zones-view.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { isMet } from './meeting-view.ts';
import { readMeetings, type ReadMeetingsNeeds } from './read-meetings.ts';

type ListZoomMeetingsNeeds = ReadMeetingsNeeds & Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings'>;

/**
 * Returns the meetings of bookings that start in a range, by start, and how many there are of each status. Throws
 * COACH_NOT_FOUND, RANGE_INVALID, RANGE_TOO_LONG.
 */
export const listZoomMeetings: UseCase<'listZoomMeetings', ListZoomMeetingsNeeds> =
  (core) => async (context, input) => {
    checkBounds(input);
    const { head } = await readCoach(core, context, input.coach);
    const { timeZone } = head.schedule;
    const range = rangeOf(input, head);
    const found = await core.bookings.between({ ...scopeOf(context), coachId: head.id, ...range });
    const met = found.map((booking) => asOf(booking, context.now)).filter(isMet);
    const meetings = await readMeetings(core, context, head, met);
    const countOf = (wanted: components['schemas']['MeetingStatus']) =>
      meetings.filter(({ status }) => status === wanted).length;
    return {
      data: {
        coachId: head.id,
        timeZone,
        zones: zonesView(range, timeZone),
        meetings,
        summary: {
          total: meetings.length,
          scheduled: countOf('scheduled'),
          completed: countOf('completed'),
          cancelled: countOf('cancelled'),
          preparing: countOf('preparing'),
          failed: countOf('failed'),
        },
      },
    };
  };
