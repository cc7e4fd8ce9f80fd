import type { components } from '@coach-booking/contract/types';
import { gridStatuses, type SlotStatus } from '../../domain/slots/grid-statuses.ts';
import { rangeText } from '../kernel/instants.ts';
import type { RangeRead } from './read-range.ts';

type StatedSlot = components['schemas']['Slot'] & { status: SlotStatus };

/** Returns every start on the grid of the range with its status; for a full or inactive coach none is available. */
export function statusesOf({ question, closed }: RangeRead): StatedSlot[] {
  return gridStatuses(question).map(({ start, end, status }) => ({
    ...rangeText({ start, end }),
    status: closed && status === 'available' ? 'unavailable' : status,
  }));
}
