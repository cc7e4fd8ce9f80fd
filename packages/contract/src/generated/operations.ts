// Generated from openapi.yaml by scripts/generate-contract.mjs. Change the contract, not this file.

export const listCoaches = { method: 'GET', path: '/v1/coaches' } as const;

export const createCoach = { method: 'POST', path: '/v1/coaches', query: ['dryRun'], creates: true } as const;

export const getCoach = { method: 'GET', path: '/v1/coaches/{coach}' } as const;

export const updateCoach = { method: 'PATCH', path: '/v1/coaches/{coach}', query: ['dryRun'] } as const;

export const setCoachPhoto = { method: 'PUT', path: '/v1/coaches/{coach}/photo', query: ['dryRun'] } as const;

export const removeCoachPhoto = { method: 'DELETE', path: '/v1/coaches/{coach}/photo', query: ['dryRun'] } as const;

export const listServices = { method: 'GET', path: '/v1/coaches/{coach}/services' } as const;

export const createService = {
  method: 'POST',
  path: '/v1/coaches/{coach}/services',
  query: ['dryRun'],
  creates: true,
} as const;

export const updateService = { method: 'PATCH', path: '/v1/coaches/{coach}/services/{id}', query: ['dryRun'] } as const;

export const deleteService = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/services/{id}',
  query: ['dryRun'],
} as const;

export const getSchedule = { method: 'GET', path: '/v1/coaches/{coach}/schedule' } as const;

export const updateSchedule = {
  method: 'PUT',
  path: '/v1/coaches/{coach}/schedule',
  query: ['dryRun'],
  headers: { ifMatch: 'If-Match' },
} as const;

export const patchSchedule = {
  method: 'PATCH',
  path: '/v1/coaches/{coach}/schedule',
  query: ['dryRun'],
  headers: { ifMatch: 'If-Match' },
} as const;

export const setDateOverride = {
  method: 'PUT',
  path: '/v1/coaches/{coach}/date-overrides/{date}',
  query: ['dryRun'],
} as const;

export const removeDateOverride = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/date-overrides/{date}',
  query: ['dryRun'],
} as const;

export const listTimeOff = { method: 'GET', path: '/v1/coaches/{coach}/time-off' } as const;

export const addTimeOff = {
  method: 'POST',
  path: '/v1/coaches/{coach}/time-off',
  query: ['dryRun'],
  creates: true,
} as const;

export const removeTimeOff = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/time-off/{id}',
  query: ['dryRun'],
} as const;

export const listExternalCalendars = { method: 'GET', path: '/v1/coaches/{coach}/external-calendars' } as const;

export const createExternalCalendar = {
  method: 'POST',
  path: '/v1/coaches/{coach}/external-calendars',
  query: ['dryRun'],
  creates: true,
} as const;

export const discoverExternalCalendars = {
  method: 'POST',
  path: '/v1/coaches/{coach}/external-calendars/discover',
  query: ['dryRun'],
} as const;

export const getExternalCalendar = { method: 'GET', path: '/v1/coaches/{coach}/external-calendars/{id}' } as const;

export const updateExternalCalendar = {
  method: 'PATCH',
  path: '/v1/coaches/{coach}/external-calendars/{id}',
  query: ['dryRun'],
} as const;

export const deleteExternalCalendar = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/external-calendars/{id}',
  query: ['dryRun'],
} as const;

export const listAccountCalendars = {
  method: 'GET',
  path: '/v1/coaches/{coach}/external-calendars/{id}/calendars',
} as const;

export const refreshExternalCalendar = {
  method: 'POST',
  path: '/v1/coaches/{coach}/external-calendars/{id}/refresh',
  query: ['dryRun'],
} as const;

export const putBackExternalEvent = {
  method: 'POST',
  path: '/v1/coaches/{coach}/external-calendars/{id}/put-back',
  query: ['dryRun'],
} as const;

export const listConnectedAccounts = { method: 'GET', path: '/v1/coaches/{coach}/connections' } as const;

export const addConnectedAccount = {
  method: 'POST',
  path: '/v1/coaches/{coach}/connections',
  query: ['dryRun'],
} as const;

export const connectAccount = {
  method: 'POST',
  path: '/v1/coaches/{coach}/connection-attempts',
  query: ['dryRun'],
} as const;

export const disconnectAccount = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/connections/{id}',
  query: ['dryRun'],
} as const;

export const testConnectedAccount = {
  method: 'POST',
  path: '/v1/coaches/{coach}/connections/{id}/test',
  query: ['dryRun'],
} as const;

export const listCoachTemplates = { method: 'GET', path: '/v1/coaches/{coach}/templates' } as const;

export const setCoachTemplate = {
  method: 'PUT',
  path: '/v1/coaches/{coach}/templates/{kind}',
  query: ['channel', 'audience', 'language', 'dryRun'],
} as const;

export const removeCoachTemplate = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/templates/{kind}',
  query: ['channel', 'audience', 'language', 'dryRun'],
} as const;

export const previewCoachTemplate = {
  method: 'POST',
  path: '/v1/coaches/{coach}/templates/{kind}/preview',
  query: ['channel', 'audience', 'language', 'dryRun'],
} as const;

export const listSlots = { method: 'GET', path: '/v1/coaches/{coach}/slots' } as const;

export const listTeamSlots = { method: 'GET', path: '/v1/team/slots' } as const;

export const recommendSlots = { method: 'GET', path: '/v1/coaches/{coach}/recommendations' } as const;

export const getSuggestions = { method: 'GET', path: '/v1/coaches/{coach}/suggestions' } as const;

export const updateSuggestions = { method: 'PUT', path: '/v1/coaches/{coach}/suggestions', query: ['dryRun'] } as const;

export const getReliability = { method: 'GET', path: '/v1/coaches/{coach}/suggestions/reliability' } as const;

export const getDaySchedule = { method: 'GET', path: '/v1/coaches/{coach}/schedule/{date}' } as const;

export const createHold = { method: 'POST', path: '/v1/holds', query: ['dryRun'], creates: true } as const;

export const createTeamHold = { method: 'POST', path: '/v1/team/holds', query: ['dryRun'], creates: true } as const;

export const releaseHold = {
  method: 'DELETE',
  path: '/v1/holds/{id}',
  query: ['dryRun'],
  headers: { holdToken: 'X-Hold-Token' },
} as const;

export const releaseHoldByBeacon = { method: 'POST', path: '/v1/holds/{id}/release', query: ['dryRun'] } as const;

export const extendHold = { method: 'POST', path: '/v1/holds/{id}/extend', query: ['dryRun'] } as const;

export const listBookings = { method: 'GET', path: '/v1/bookings' } as const;

export const createBooking = { method: 'POST', path: '/v1/bookings', query: ['dryRun'], creates: true } as const;

export const createTeamBooking = {
  method: 'POST',
  path: '/v1/team/bookings',
  query: ['dryRun'],
  creates: true,
} as const;

export const getBooking = { method: 'GET', path: '/v1/bookings/{id}' } as const;

export const updateBooking = { method: 'PATCH', path: '/v1/bookings/{id}', query: ['dryRun'] } as const;

export const deleteBooking = { method: 'DELETE', path: '/v1/bookings/{id}', query: ['dryRun'] } as const;

export const cancelBooking = { method: 'POST', path: '/v1/bookings/{id}/cancel', query: ['dryRun'] } as const;

export const renewManageLink = { method: 'POST', path: '/v1/bookings/{id}/manage-link', query: ['dryRun'] } as const;

export const revokeManageLink = { method: 'DELETE', path: '/v1/bookings/{id}/manage-link', query: ['dryRun'] } as const;

export const rescheduleBooking = { method: 'POST', path: '/v1/bookings/{id}/reschedule', query: ['dryRun'] } as const;

export const getCalendar = { method: 'GET', path: '/v1/coaches/{coach}/calendar' } as const;

export const register = { method: 'POST', path: '/v1/auth/register', query: ['dryRun'], creates: true } as const;

export const login = { method: 'POST', path: '/v1/auth/login' } as const;

export const completeLogin = { method: 'POST', path: '/v1/auth/second-factor' } as const;

export const refresh = { method: 'POST', path: '/v1/auth/refresh' } as const;

export const logout = { method: 'POST', path: '/v1/auth/logout' } as const;

export const getMe = { method: 'GET', path: '/v1/me' } as const;

export const updateMe = { method: 'PATCH', path: '/v1/me', query: ['dryRun'] } as const;

export const changeEmail = { method: 'POST', path: '/v1/me/email', query: ['dryRun'] } as const;

export const getPushKey = { method: 'GET', path: '/v1/push/vapid-key' } as const;

export const getNotifications = { method: 'GET', path: '/v1/me/notifications' } as const;

export const updateNotifications = { method: 'PATCH', path: '/v1/me/notifications', query: ['dryRun'] } as const;

export const listPushSubscriptions = { method: 'GET', path: '/v1/me/push-subscriptions' } as const;

export const addPushSubscription = { method: 'POST', path: '/v1/me/push-subscriptions', query: ['dryRun'] } as const;

export const removePushSubscription = {
  method: 'DELETE',
  path: '/v1/me/push-subscriptions/{id}',
  query: ['dryRun'],
} as const;

export const listSessions = { method: 'GET', path: '/v1/me/sessions' } as const;

export const endSessions = { method: 'POST', path: '/v1/me/sessions/end-all', query: ['dryRun'] } as const;

export const endSession = { method: 'DELETE', path: '/v1/me/sessions/{id}', query: ['dryRun'] } as const;

export const enrolSecondFactor = { method: 'POST', path: '/v1/me/second-factor', query: ['dryRun'] } as const;

export const confirmSecondFactor = { method: 'POST', path: '/v1/me/second-factor/confirm', query: ['dryRun'] } as const;

export const renewRecoveryCodes = {
  method: 'POST',
  path: '/v1/me/second-factor/recovery-codes',
  query: ['dryRun'],
} as const;

export const disableSecondFactor = { method: 'POST', path: '/v1/me/second-factor/disable', query: ['dryRun'] } as const;

export const listUsers = { method: 'GET', path: '/v1/users' } as const;

export const createUser = { method: 'POST', path: '/v1/users', query: ['dryRun'], creates: true } as const;

export const getUser = { method: 'GET', path: '/v1/users/{id}' } as const;

export const updateUser = { method: 'PATCH', path: '/v1/users/{id}', query: ['dryRun'] } as const;

export const sendPasswordLink = { method: 'POST', path: '/v1/users/{id}/password-link', query: ['dryRun'] } as const;

export const resetSecondFactor = {
  method: 'POST',
  path: '/v1/users/{id}/second-factor/reset',
  query: ['dryRun'],
} as const;

export const listUserSessions = { method: 'GET', path: '/v1/users/{id}/sessions' } as const;

export const endUserSessions = { method: 'POST', path: '/v1/users/{id}/sessions/end-all', query: ['dryRun'] } as const;

export const endUserSession = {
  method: 'DELETE',
  path: '/v1/users/{id}/sessions/{sessionId}',
  query: ['dryRun'],
} as const;

export const proveBooking = { method: 'POST', path: '/v1/bookings/{id}/prove', query: ['dryRun'] } as const;

export const getBookingProof = { method: 'GET', path: '/v1/bookings/{id}/proof' } as const;

export const confirmBooking = { method: 'POST', path: '/v1/bookings/{id}/confirm', query: ['dryRun'] } as const;

export const listBookingMessages = { method: 'GET', path: '/v1/bookings/{id}/messages' } as const;

export const listMessages = { method: 'GET', path: '/v1/messages' } as const;

export const listAccountMessages = { method: 'GET', path: '/v1/messages/accounts' } as const;

export const getMessageSummary = { method: 'GET', path: '/v1/messages/summary' } as const;

export const listOptOuts = { method: 'GET', path: '/v1/opt-outs' } as const;

export const removeOptOut = { method: 'DELETE', path: '/v1/opt-outs/{id}', query: ['dryRun'] } as const;

export const sendMessageAgain = {
  method: 'POST',
  path: '/v1/bookings/{id}/messages/{messageId}/again',
  query: ['dryRun'],
} as const;

export const startBooking = { method: 'POST', path: '/v1/bookings/{id}/start', query: ['dryRun'] } as const;

export const completeBooking = { method: 'POST', path: '/v1/bookings/{id}/complete', query: ['dryRun'] } as const;

export const markNoShow = { method: 'POST', path: '/v1/bookings/{id}/no-show', query: ['dryRun'] } as const;

export const undoBooking = { method: 'POST', path: '/v1/bookings/{id}/undo', query: ['dryRun'] } as const;

export const listCoachBookings = { method: 'GET', path: '/v1/coaches/{coach}/bookings' } as const;

export const listZoomMeetings = { method: 'GET', path: '/v1/coaches/{coach}/zoom-meetings' } as const;

export const getZoomMeeting = { method: 'GET', path: '/v1/bookings/{id}/zoom-meeting' } as const;

export const createHostLink = { method: 'POST', path: '/v1/bookings/{id}/host-link', query: ['dryRun'] } as const;

export const listUpcoming = { method: 'GET', path: '/v1/coaches/{coach}/bookings/upcoming' } as const;

export const getToday = { method: 'GET', path: '/v1/coaches/{coach}/bookings/today' } as const;

export const listBursts = { method: 'GET', path: '/v1/coaches/{coach}/bursts' } as const;

export const cancelBurst = {
  method: 'POST',
  path: '/v1/coaches/{coach}/bursts/{id}/cancel',
  query: ['dryRun'],
} as const;

export const listZoneChanges = { method: 'GET', path: '/v1/coaches/{coach}/zone-changes' } as const;

export const resolveZoneChanges = {
  method: 'POST',
  path: '/v1/coaches/{coach}/zone-changes',
  query: ['dryRun'],
} as const;

export const getStats = { method: 'GET', path: '/v1/coaches/{coach}/bookings/stats' } as const;

export const getConversion = { method: 'GET', path: '/v1/coaches/{coach}/stats/conversion' } as const;

export const getPartnerConversion = { method: 'GET', path: '/v1/stats/conversion' } as const;

export const getRecoveryFunnel = { method: 'GET', path: '/v1/coaches/{coach}/stats/recovery' } as const;

export const countVisit = { method: 'POST', path: '/v1/coaches/{coach}/visits', query: ['dryRun'] } as const;

export const getCalendarMonth = { method: 'GET', path: '/v1/coaches/{coach}/calendar/month' } as const;

export const getCalendarWeek = { method: 'GET', path: '/v1/coaches/{coach}/calendar/week' } as const;

export const getCalendarDay = { method: 'GET', path: '/v1/coaches/{coach}/calendar/day' } as const;

export const getPreferences = { method: 'GET', path: '/v1/coaches/{coach}/calendar/preferences' } as const;

export const updatePreferences = {
  method: 'PUT',
  path: '/v1/coaches/{coach}/calendar/preferences',
  query: ['dryRun'],
} as const;

export const listCalendarFeeds = { method: 'GET', path: '/v1/coaches/{coach}/feeds' } as const;

export const createCalendarFeed = {
  method: 'POST',
  path: '/v1/coaches/{coach}/feeds',
  query: ['dryRun'],
  creates: true,
} as const;

export const updateCalendarFeed = {
  method: 'PATCH',
  path: '/v1/coaches/{coach}/feeds/{id}',
  query: ['dryRun'],
} as const;

export const deleteCalendarFeed = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/feeds/{id}',
  query: ['dryRun'],
} as const;

export const rollCalendarFeed = {
  method: 'POST',
  path: '/v1/coaches/{coach}/feeds/{id}/roll',
  query: ['dryRun'],
  creates: true,
} as const;

export const watchCalendar = {
  method: 'GET',
  path: '/v1/coaches/{coach}/calendar/stream',
  headers: { lastEventId: 'Last-Event-ID' },
  stream: true,
} as const;

export const watchSlots = {
  method: 'GET',
  path: '/v1/coaches/{coach}/slots/stream',
  headers: { lastEventId: 'Last-Event-ID' },
  stream: true,
} as const;

export const listStaff = { method: 'GET', path: '/v1/coaches/{coach}/staff' } as const;

export const createStaff = {
  method: 'POST',
  path: '/v1/coaches/{coach}/staff',
  query: ['dryRun'],
  creates: true,
} as const;

export const updateStaff = { method: 'PATCH', path: '/v1/coaches/{coach}/staff/{id}', query: ['dryRun'] } as const;

export const deleteStaff = { method: 'DELETE', path: '/v1/coaches/{coach}/staff/{id}', query: ['dryRun'] } as const;

export const sendVerification = { method: 'POST', path: '/v1/auth/verification', query: ['dryRun'] } as const;

export const verifyEmail = { method: 'POST', path: '/v1/auth/verify', query: ['dryRun'] } as const;

export const refuseRegistration = { method: 'POST', path: '/v1/auth/verification/refuse', query: ['dryRun'] } as const;

export const confirmEmail = { method: 'POST', path: '/v1/auth/email', query: ['dryRun'] } as const;

export const requestPasswordReset = { method: 'POST', path: '/v1/auth/password-reset', query: ['dryRun'] } as const;

export const resetPassword = { method: 'POST', path: '/v1/auth/password', query: ['dryRun'] } as const;

export const listMyBookings = { method: 'GET', path: '/v1/me/bookings' } as const;

export const listMyCalendarFeeds = { method: 'GET', path: '/v1/me/feeds' } as const;

export const createMyCalendarFeed = { method: 'POST', path: '/v1/me/feeds', query: ['dryRun'], creates: true } as const;

export const updateMyCalendarFeed = { method: 'PATCH', path: '/v1/me/feeds/{id}', query: ['dryRun'] } as const;

export const deleteMyCalendarFeed = { method: 'DELETE', path: '/v1/me/feeds/{id}', query: ['dryRun'] } as const;

export const rollMyCalendarFeed = {
  method: 'POST',
  path: '/v1/me/feeds/{id}/roll',
  query: ['dryRun'],
  creates: true,
} as const;

export const getMyProfile = { method: 'GET', path: '/v1/me/profile' } as const;

export const updateMyProfile = { method: 'PATCH', path: '/v1/me/profile', query: ['dryRun'] } as const;

export const listMyConnections = { method: 'GET', path: '/v1/me/connections' } as const;

export const acceptConnection = { method: 'POST', path: '/v1/me/connections/{id}/accept', query: ['dryRun'] } as const;

export const declineConnection = {
  method: 'POST',
  path: '/v1/me/connections/{id}/decline',
  query: ['dryRun'],
} as const;

export const withdrawConnection = { method: 'DELETE', path: '/v1/me/connections/{id}', query: ['dryRun'] } as const;

export const listMyAudit = { method: 'GET', path: '/v1/me/audit' } as const;

export const exportMe = { method: 'POST', path: '/v1/me/export', query: ['dryRun'] } as const;

export const eraseMe = { method: 'POST', path: '/v1/me/erase', query: ['dryRun'] } as const;

export const listMyWorkoutLogs = { method: 'GET', path: '/v1/me/workout-logs' } as const;

export const addWorkoutLog = { method: 'POST', path: '/v1/me/workout-logs', query: ['dryRun'], creates: true } as const;

export const updateWorkoutLog = { method: 'PATCH', path: '/v1/me/workout-logs/{id}', query: ['dryRun'] } as const;

export const deleteWorkoutLog = { method: 'DELETE', path: '/v1/me/workout-logs/{id}', query: ['dryRun'] } as const;

export const listMyDietLogs = { method: 'GET', path: '/v1/me/diet-logs' } as const;

export const addDietLog = { method: 'POST', path: '/v1/me/diet-logs', query: ['dryRun'], creates: true } as const;

export const updateDietLog = { method: 'PATCH', path: '/v1/me/diet-logs/{id}', query: ['dryRun'] } as const;

export const deleteDietLog = { method: 'DELETE', path: '/v1/me/diet-logs/{id}', query: ['dryRun'] } as const;

export const listMyProgress = { method: 'GET', path: '/v1/me/progress' } as const;

export const addProgress = { method: 'POST', path: '/v1/me/progress', query: ['dryRun'], creates: true } as const;

export const updateProgress = { method: 'PATCH', path: '/v1/me/progress/{id}', query: ['dryRun'] } as const;

export const deleteProgress = { method: 'DELETE', path: '/v1/me/progress/{id}', query: ['dryRun'] } as const;

export const listClients = { method: 'GET', path: '/v1/coaches/{coach}/clients' } as const;

export const getClient = { method: 'GET', path: '/v1/coaches/{coach}/clients/{client}' } as const;

export const getClientNotes = { method: 'GET', path: '/v1/coaches/{coach}/clients/{client}/notes' } as const;

export const updateClientNotes = {
  method: 'PUT',
  path: '/v1/coaches/{coach}/clients/{client}/notes',
  query: ['dryRun'],
} as const;

export const listClientWorkoutLogs = {
  method: 'GET',
  path: '/v1/coaches/{coach}/clients/{client}/workout-logs',
} as const;

export const listClientDietLogs = { method: 'GET', path: '/v1/coaches/{coach}/clients/{client}/diet-logs' } as const;

export const listClientProgress = { method: 'GET', path: '/v1/coaches/{coach}/clients/{client}/progress' } as const;

export const listIncentives = { method: 'GET', path: '/v1/coaches/{coach}/incentives' } as const;

export const getIntake = { method: 'GET', path: '/v1/coaches/{coach}/services/{id}/intake' } as const;

export const checkIncentive = {
  method: 'POST',
  path: '/v1/coaches/{coach}/incentives/check',
  query: ['dryRun'],
} as const;

export const revokeIncentive = {
  method: 'DELETE',
  path: '/v1/coaches/{coach}/incentives/{code}',
  query: ['dryRun'],
} as const;

export const listLeads = { method: 'GET', path: '/v1/coaches/{coach}/leads' } as const;

export const getLead = { method: 'GET', path: '/v1/coaches/{coach}/leads/{id}' } as const;

export const updateLead = { method: 'PATCH', path: '/v1/coaches/{coach}/leads/{id}', query: ['dryRun'] } as const;

export const captureIntent = { method: 'POST', path: '/v1/intents', query: ['dryRun'], creates: true } as const;

export const withdrawIntent = {
  method: 'DELETE',
  path: '/v1/intents/{id}',
  query: ['dryRun'],
  headers: { intentToken: 'X-Intent-Token' },
} as const;

export const updateIntent = { method: 'POST', path: '/v1/intents/{id}/update', query: ['dryRun'] } as const;

export const getRecoverySettings = { method: 'GET', path: '/v1/coaches/{coach}/recovery' } as const;

export const updateRecoverySettings = {
  method: 'PUT',
  path: '/v1/coaches/{coach}/recovery',
  query: ['dryRun'],
} as const;

export const listAbandonedBookings = { method: 'GET', path: '/v1/coaches/{coach}/recovery/abandoned' } as const;

export const sendRecovery = {
  method: 'POST',
  path: '/v1/coaches/{coach}/recovery/{id}/send',
  query: ['dryRun'],
} as const;

export const previewRecovery = {
  method: 'POST',
  path: '/v1/coaches/{coach}/recovery/{id}/preview',
  query: ['dryRun'],
} as const;

export const getResume = { method: 'GET', path: '/v1/resume/{token}' } as const;

export const withdrawResume = { method: 'DELETE', path: '/v1/resume/{token}', query: ['dryRun'] } as const;

export const runDue = { method: 'POST', path: '/v1/test/run-due', query: ['dryRun'] } as const;

export const listTestMessages = { method: 'GET', path: '/v1/test/messages' } as const;

export const failTestProvider = {
  method: 'POST',
  path: '/v1/test/providers/{provider}/fail',
  query: ['dryRun'],
} as const;

export const answerTestCalendar = {
  method: 'POST',
  path: '/v1/test/external-calendars/{id}',
  query: ['dryRun'],
} as const;

export const listAudit = { method: 'GET', path: '/v1/audit' } as const;

export const getPartner = { method: 'GET', path: '/v1/partner' } as const;

export const updatePartner = { method: 'PATCH', path: '/v1/partner', query: ['dryRun'] } as const;

export const listTemplates = { method: 'GET', path: '/v1/partner/templates' } as const;

export const setTemplate = {
  method: 'PUT',
  path: '/v1/partner/templates/{kind}',
  query: ['channel', 'audience', 'language', 'dryRun'],
} as const;

export const removeTemplate = {
  method: 'DELETE',
  path: '/v1/partner/templates/{kind}',
  query: ['channel', 'audience', 'language', 'dryRun'],
} as const;

export const previewTemplate = {
  method: 'POST',
  path: '/v1/partner/templates/{kind}/preview',
  query: ['channel', 'audience', 'language', 'dryRun'],
} as const;

export const listIntegrations = { method: 'GET', path: '/v1/partner/integrations' } as const;

export const setIntegration = {
  method: 'PUT',
  path: '/v1/partner/integrations/{provider}',
  query: ['dryRun'],
} as const;

export const removeIntegration = {
  method: 'DELETE',
  path: '/v1/partner/integrations/{provider}',
  query: ['dryRun'],
} as const;

export const getMessaging = { method: 'GET', path: '/v1/partner/messaging' } as const;

export const updateMessaging = { method: 'PATCH', path: '/v1/partner/messaging', query: ['dryRun'] } as const;

export const testMessaging = { method: 'POST', path: '/v1/partner/messaging/test', query: ['dryRun'] } as const;

export const createKey = { method: 'POST', path: '/v1/partner/keys', query: ['dryRun'], creates: true } as const;

export const rollKey = {
  method: 'POST',
  path: '/v1/partner/keys/{id}/roll',
  query: ['dryRun'],
  creates: true,
} as const;

export const revokeKey = { method: 'DELETE', path: '/v1/partner/keys/{id}', query: ['dryRun'] } as const;

export const listWebhookEndpoints = { method: 'GET', path: '/v1/webhook-endpoints' } as const;

export const createWebhookEndpoint = {
  method: 'POST',
  path: '/v1/webhook-endpoints',
  query: ['dryRun'],
  creates: true,
} as const;

export const getWebhookEndpoint = { method: 'GET', path: '/v1/webhook-endpoints/{id}' } as const;

export const updateWebhookEndpoint = {
  method: 'PATCH',
  path: '/v1/webhook-endpoints/{id}',
  query: ['dryRun'],
} as const;

export const deleteWebhookEndpoint = {
  method: 'DELETE',
  path: '/v1/webhook-endpoints/{id}',
  query: ['dryRun'],
} as const;

export const rollWebhookSecret = {
  method: 'POST',
  path: '/v1/webhook-endpoints/{id}/secret/roll',
  query: ['dryRun'],
  creates: true,
} as const;

export const testWebhookEndpoint = {
  method: 'POST',
  path: '/v1/webhook-endpoints/{id}/test',
  query: ['dryRun'],
} as const;

export const replayWebhooks = { method: 'POST', path: '/v1/webhook-endpoints/{id}/replay', query: ['dryRun'] } as const;

export const listWebhookDeliveries = { method: 'GET', path: '/v1/webhook-deliveries' } as const;

export const getWebhookDelivery = { method: 'GET', path: '/v1/webhook-deliveries/{id}' } as const;

export const listPartners = { method: 'GET', path: '/v1/partners' } as const;

export const createPartner = { method: 'POST', path: '/v1/partners', query: ['dryRun'], creates: true } as const;

export const setUp = { method: 'POST', path: '/v1/setup', query: ['dryRun'] } as const;

export const getOperatedPartner = { method: 'GET', path: '/v1/partners/{id}' } as const;

export const updateOperatedPartner = { method: 'PATCH', path: '/v1/partners/{id}', query: ['dryRun'] } as const;

export const createAdminLink = { method: 'POST', path: '/v1/partners/{id}/admin-link', query: ['dryRun'] } as const;

export const importCoaches = { method: 'POST', path: '/v1/imports/coaches', query: ['dryRun'] } as const;

export const importClients = { method: 'POST', path: '/v1/imports/clients', query: ['dryRun'] } as const;

export const importBookings = { method: 'POST', path: '/v1/imports/bookings', query: ['dryRun'] } as const;

export const readCalendarRows = {
  method: 'POST',
  path: '/v1/imports/calendar',
  query: ['coach', 'from', 'to', 'dryRun'],
} as const;

export const exportPerson = { method: 'POST', path: '/v1/people/export', query: ['dryRun'] } as const;

export const erasePerson = { method: 'POST', path: '/v1/people/erase', query: ['dryRun'] } as const;

export const getKeySet = { method: 'GET', path: '/.well-known/jwks.json', bare: true } as const;

export const getHealth = { method: 'GET', path: '/healthz' } as const;

export const getReadiness = { method: 'GET', path: '/readyz' } as const;

export const getMetrics = { method: 'GET', path: '/metrics', text: true } as const;
