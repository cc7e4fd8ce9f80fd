import { changeEmail } from './accounts/change-email.ts';
import { completeLogin } from './accounts/complete-login.ts';
import { confirmEmail } from './accounts/confirm-email.ts';
import { createUser } from './accounts/create-user.ts';
import { disableSecondFactor, resetSecondFactor } from './accounts/drop-second-factor.ts';
import { confirmSecondFactor, enrolSecondFactor, renewRecoveryCodes } from './accounts/enrol-second-factor.ts';
import { getMe } from './accounts/get-me.ts';
import { login } from './accounts/login.ts';
import { logout } from './accounts/logout.ts';
import { refresh } from './accounts/refresh.ts';
import { refuseRegistration } from './accounts/refuse-registration.ts';
import { register } from './accounts/register.ts';
import { sendPasswordLink } from './accounts/send-password-link.ts';
import { sendVerification } from './accounts/send-verification.ts';
import { verifyEmail } from './accounts/verify-email.ts';
import { requestPasswordReset } from './accounts/request-password-reset.ts';
import { resetPassword } from './accounts/reset-password.ts';
import { endSession, endSessions, listSessions } from './accounts/sessions.ts';
import { updateMe } from './accounts/update-me.ts';
import { updateUser } from './accounts/update-user.ts';
import { enforceRights } from './access/enforce.ts';
import { audited } from './audited.ts';
import { erasePerson } from './admin/erase-person.ts';
import { exportPerson } from './admin/export-person.ts';
import { getUser } from './admin/get-user.ts';
import { listAudit } from './admin/list-audit.ts';
import { listBookings } from './admin/list-bookings.ts';
import { listUsers } from './admin/list-users.ts';
import { cancelBooking, deleteBooking } from './bookings/cancel-booking.ts';
import { createBooking } from './bookings/create-booking.ts';
import { getToday } from './bookings/get-today.ts';
import { listCoachBookings } from './bookings/list-coach-bookings.ts';
import { listUpcoming } from './bookings/list-upcoming.ts';
import { getBooking } from './bookings/get-booking.ts';
import { completeBooking, confirmBooking, markNoShow, startBooking } from './bookings/move-booking.ts';
import { renewManageLink, revokeManageLink } from './bookings/manage-link.ts';
import { rescheduleBooking } from './bookings/reschedule-booking.ts';
import { undoBooking } from './bookings/undo-booking.ts';
import { updateBooking } from './bookings/update-booking.ts';
import { getCalendar } from './calendar/get-calendar.ts';
import { getCalendarDay } from './calendar/get-calendar-day.ts';
import { getCalendarMonth } from './calendar/get-calendar-month.ts';
import { getCalendarWeek } from './calendar/get-calendar-week.ts';
import { getPreferences } from './calendar/get-preferences.ts';
import { updatePreferences } from './calendar/update-preferences.ts';
import { createCoachCache } from './coach-head/coach-cache.ts';
import { createCoach } from './coaches/create-coach.ts';
import { getCoach } from './coaches/get-coach.ts';
import { listCoaches } from './coaches/list-coaches.ts';
import { updateCoach } from './coaches/update-coach.ts';
import type { UseCases } from './kernel/contract.ts';
import type { Core } from './ports/core.ts';
import type { Deps } from './ports/deps.ts';
import { cancelBurst } from './bursts/cancel-burst.ts';
import { listBursts } from './bursts/list-bursts.ts';
import { createHold } from './holds/create-hold.ts';
import { extendHold } from './holds/extend-hold.ts';
import { releaseHold, releaseHoldByBeacon } from './holds/release-hold.ts';
import { listMyBookings } from './bookings/list-my-bookings.ts';
import { getMyProfile } from './clients/get-my-profile.ts';
import { updateMyProfile } from './clients/update-my-profile.ts';
import { listMyConnections } from './clients/list-my-connections.ts';
import { acceptConnection } from './clients/accept-connection.ts';
import { declineConnection } from './clients/decline-connection.ts';
import { withdrawConnection } from './clients/withdraw-connection.ts';
import { listClients } from './clients/list-clients.ts';
import { getClient } from './clients/get-client.ts';
import { listLeads } from './leads/list-leads.ts';
import { updateLead } from './leads/update-lead.ts';
import { addDietLog, addProgress, addWorkoutLog } from './logs/add-log.ts';
import { deleteDietLog, deleteProgress, deleteWorkoutLog } from './logs/delete-log.ts';
import { listClientDietLogs, listClientProgress, listClientWorkoutLogs } from './logs/list-client-logs.ts';
import { listMyDietLogs, listMyProgress, listMyWorkoutLogs } from './logs/list-my-logs.ts';
import { updateDietLog, updateProgress, updateWorkoutLog } from './logs/update-log.ts';
import { createAdminLink } from './operator/create-admin-link.ts';
import { createPartner } from './operator/create-partner.ts';
import { getOperatedPartner } from './operator/get-operated-partner.ts';
import { listPartners } from './operator/list-partners.ts';
import { updateOperatedPartner } from './operator/update-operated-partner.ts';
import { createKey } from './partner/create-key.ts';
import { getPartner } from './partner/get-partner.ts';
import { revokeKey } from './partner/revoke-key.ts';
import { rollKey } from './partner/roll-key.ts';
import { updatePartner } from './partner/update-partner.ts';
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
import { createStaff } from './staff/create-staff.ts';
import { deleteStaff } from './staff/delete-staff.ts';
import { listStaff } from './staff/list-staff.ts';
import { updateStaff } from './staff/update-staff.ts';
import { getStats } from './stats/get-stats.ts';

/** Every operation of the contract as a function behind the table of rights, over one process's memory of coaches. Calling it twice gives two such memories. */
export const createUseCases = (deps: Deps): UseCases => {
  const core: Core = { ...deps, cache: createCoachCache() };
  const useCases: UseCases = {
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
    renewManageLink: renewManageLink(core),
    revokeManageLink: revokeManageLink(core),
    getCalendar: getCalendar(core),
    register: register(core),
    login: login(core),
    completeLogin: completeLogin(core),
    refresh: refresh(core),
    logout: logout(core),
    getMe: getMe(core),
    updateMe: updateMe(core),
    changeEmail: changeEmail(core),
    confirmEmail: confirmEmail(core),
    listSessions: listSessions(core),
    endSession: endSession(core),
    endSessions: endSessions(core),
    enrolSecondFactor: enrolSecondFactor(core),
    confirmSecondFactor: confirmSecondFactor(core),
    renewRecoveryCodes: renewRecoveryCodes(core),
    disableSecondFactor: disableSecondFactor(core),
    createUser: createUser(core),
    updateUser: updateUser(core),
    sendPasswordLink: sendPasswordLink(core),
    resetSecondFactor: resetSecondFactor(core),
    confirmBooking: confirmBooking(core),
    startBooking: startBooking(core),
    completeBooking: completeBooking(core),
    markNoShow: markNoShow(core),
    undoBooking: undoBooking(core),
    listCoachBookings: listCoachBookings(core),
    listUpcoming: listUpcoming(core),
    getToday: getToday(core),
    listBursts: listBursts(core),
    cancelBurst: cancelBurst(core),
    getStats: getStats(core),
    getCalendarMonth: getCalendarMonth(core),
    getCalendarWeek: getCalendarWeek(core),
    getCalendarDay: getCalendarDay(core),
    getPreferences: getPreferences(core),
    updatePreferences: updatePreferences(core),
    listStaff: listStaff(core),
    createStaff: createStaff(core),
    updateStaff: updateStaff(core),
    deleteStaff: deleteStaff(core),
    sendVerification: sendVerification(core),
    verifyEmail: verifyEmail(core),
    refuseRegistration: refuseRegistration(core),
    requestPasswordReset: requestPasswordReset(core),
    resetPassword: resetPassword(core),
    listMyBookings: listMyBookings(core),
    getMyProfile: getMyProfile(core),
    updateMyProfile: updateMyProfile(core),
    listMyConnections: listMyConnections(core),
    acceptConnection: acceptConnection(core),
    declineConnection: declineConnection(core),
    withdrawConnection: withdrawConnection(core),
    listMyWorkoutLogs: listMyWorkoutLogs(core),
    addWorkoutLog: addWorkoutLog(core),
    updateWorkoutLog: updateWorkoutLog(core),
    deleteWorkoutLog: deleteWorkoutLog(core),
    listMyDietLogs: listMyDietLogs(core),
    addDietLog: addDietLog(core),
    updateDietLog: updateDietLog(core),
    deleteDietLog: deleteDietLog(core),
    listMyProgress: listMyProgress(core),
    addProgress: addProgress(core),
    updateProgress: updateProgress(core),
    deleteProgress: deleteProgress(core),
    listClients: listClients(core),
    getClient: getClient(core),
    listClientWorkoutLogs: listClientWorkoutLogs(core),
    listClientDietLogs: listClientDietLogs(core),
    listClientProgress: listClientProgress(core),
    listLeads: listLeads(core),
    updateLead: updateLead(core),
    listUsers: listUsers(core),
    getUser: getUser(core),
    listBookings: listBookings(core),
    listAudit: listAudit(core),
    getPartner: getPartner(core),
    updatePartner: updatePartner(core),
    createKey: createKey(core),
    rollKey: rollKey(core),
    revokeKey: revokeKey(core),
    listPartners: listPartners(core),
    createPartner: createPartner(core),
    getOperatedPartner: getOperatedPartner(core),
    updateOperatedPartner: updateOperatedPartner(core),
    createAdminLink: createAdminLink(core),
    exportPerson: exportPerson(core),
    erasePerson: erasePerson(core),
  };
  return enforceRights(audited(core, useCases));
};
