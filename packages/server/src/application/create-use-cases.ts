import { cancelBooking, deleteBooking } from './bookings/cancel-booking.ts';
import { createBooking } from './bookings/create-booking.ts';
import { getBooking } from './bookings/get-booking.ts';
import { rescheduleBooking } from './bookings/reschedule-booking.ts';
import { updateBooking } from './bookings/update-booking.ts';
import { getCalendar } from './calendar/get-calendar.ts';
import { createCoachCache } from './coaches/coach-cache.ts';
import { createCoach } from './coaches/create-coach.ts';
import { getCoach } from './coaches/get-coach.ts';
import { listCoaches } from './coaches/list-coaches.ts';
import { updateCoach } from './coaches/update-coach.ts';
import type { UseCases } from './contract.ts';
import type { Core } from './core.ts';
import type { Deps } from './deps.ts';
import { createHold } from './holds/create-hold.ts';
import { extendHold } from './holds/extend-hold.ts';
import { releaseHold, releaseHoldByBeacon } from './holds/release-hold.ts';
import { addTimeOff } from './schedule/add-time-off.ts';
import { getSchedule } from './schedule/get-schedule.ts';
import { listTimeOff } from './schedule/list-time-off.ts';
import { removeDateOverride } from './schedule/remove-date-override.ts';
import { removeTimeOff } from './schedule/remove-time-off.ts';
import { setDateOverride } from './schedule/set-date-override.ts';
import { updateSchedule } from './schedule/update-schedule.ts';
import { createService } from './services/create-service.ts';
import { deleteService } from './services/delete-service.ts';
import { listServices } from './services/list-services.ts';
import { updateService } from './services/update-service.ts';
import { getDaySchedule } from './slots/get-day-schedule.ts';
import { listSlots } from './slots/list-slots.ts';

/** Every operation of the contract as a function, over one process's memory of coaches. Calling it twice gives two such memories. */
export const createUseCases = (deps: Deps): UseCases => {
  const core: Core = { ...deps, cache: createCoachCache() };
  return {
    listCoaches: listCoaches(core),
    createCoach: createCoach(core),
    getCoach: getCoach(core),
    updateCoach: updateCoach(core),
    listServices: listServices(core),
    createService: createService(core),
    updateService: updateService(core),
    deleteService: deleteService(core),
    getSchedule: getSchedule(core),
    updateSchedule: updateSchedule(core),
    setDateOverride: setDateOverride(core),
    removeDateOverride: removeDateOverride(core),
    listTimeOff: listTimeOff(core),
    addTimeOff: addTimeOff(core),
    removeTimeOff: removeTimeOff(core),
    listSlots: listSlots(core),
    getDaySchedule: getDaySchedule(core),
    createHold: createHold(core),
    extendHold: extendHold(core),
    releaseHold: releaseHold(core),
    releaseHoldByBeacon: releaseHoldByBeacon(core),
    createBooking: createBooking(core),
    getBooking: getBooking(core),
    updateBooking: updateBooking(core),
    deleteBooking: deleteBooking(core),
    cancelBooking: cancelBooking(core),
    rescheduleBooking: rescheduleBooking(core),
    getCalendar: getCalendar(core),
  };
};
