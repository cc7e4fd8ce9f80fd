import * as contract from '@coach-booking/contract/operations';
import { watchOperation } from '../live/watch-operation.ts';
import type { AnySlotsEvent, CalendarEvent } from '../live/watching.ts';

/**
 * Changes of a coach's calendar as they happen: `watchCalendar(transport, { coach, lastEventId }, { onEvent, onState,
 * signal })` answers how to end it. `reset` means: read again. Secret key or session.
 */
export const watchCalendar = /* @__PURE__ */ watchOperation<CalendarEvent>(contract.watchCalendar);

/**
 * Slots of a coach taken or freed elsewhere, as it happens. In a browser `openSlotsSource` does the same in fewer
 * bytes.
 */
export const watchSlots = /* @__PURE__ */ watchOperation<AnySlotsEvent>(contract.watchSlots);
