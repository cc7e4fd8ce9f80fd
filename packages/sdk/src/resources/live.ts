import * as contract from '@coach-booking/contract/operations';
import { watchOperation } from '../live/watch-operation.ts';
import type { AnySlotsEvent, CalendarEvent } from '../live/watching.ts';

/**
 * Follows the changes of a coach's calendar: `watchCalendar(transport, { coach, lastEventId }, { onEvent, onState,
 * signal })` returns a function that ends it. `reset` means: read again. Secret key or session.
 */
export const watchCalendar = /* @__PURE__ */ watchOperation<CalendarEvent>(contract.watchCalendar);

/**
 * Follows the slots of a coach that are taken or freed elsewhere. In a browser `openSlotsSource` does the same in fewer
 * bytes.
 */
export const watchSlots = /* @__PURE__ */ watchOperation<AnySlotsEvent>(contract.watchSlots);
