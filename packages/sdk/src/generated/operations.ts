// Generated from openapi.yaml by scripts/generate-sdk.mjs. Change the contract, not this file.

export const listCoaches = { method: 'GET', path: '/v1/coaches' } as const;

export const createCoach = { method: 'POST', path: '/v1/coaches', query: ['dryRun'], creates: true } as const;

export const getCoach = { method: 'GET', path: '/v1/coaches/{coach}' } as const;

export const updateCoach = { method: 'PATCH', path: '/v1/coaches/{coach}', query: ['dryRun'] } as const;

export const listServices = { method: 'GET', path: '/v1/coaches/{coach}/services' } as const;

export const createService = { method: 'POST', path: '/v1/coaches/{coach}/services', query: ['dryRun'], creates: true } as const;

export const updateService = { method: 'PATCH', path: '/v1/coaches/{coach}/services/{id}', query: ['dryRun'] } as const;

export const deleteService = { method: 'DELETE', path: '/v1/coaches/{coach}/services/{id}', query: ['dryRun'] } as const;

export const getSchedule = { method: 'GET', path: '/v1/coaches/{coach}/schedule' } as const;

export const updateSchedule = { method: 'PUT', path: '/v1/coaches/{coach}/schedule', query: ['dryRun'] } as const;

export const setDateOverride = { method: 'PUT', path: '/v1/coaches/{coach}/date-overrides/{date}', query: ['dryRun'] } as const;

export const removeDateOverride = { method: 'DELETE', path: '/v1/coaches/{coach}/date-overrides/{date}', query: ['dryRun'] } as const;

export const listTimeOff = { method: 'GET', path: '/v1/coaches/{coach}/time-off' } as const;

export const addTimeOff = { method: 'POST', path: '/v1/coaches/{coach}/time-off', query: ['dryRun'], creates: true } as const;

export const removeTimeOff = { method: 'DELETE', path: '/v1/coaches/{coach}/time-off/{id}', query: ['dryRun'] } as const;

export const listSlots = { method: 'GET', path: '/v1/coaches/{coach}/slots' } as const;

export const getDaySchedule = { method: 'GET', path: '/v1/coaches/{coach}/schedule/{date}' } as const;

export const createHold = { method: 'POST', path: '/v1/holds', query: ['dryRun'], creates: true } as const;

export const releaseHold = { method: 'DELETE', path: '/v1/holds/{id}', query: ['dryRun'], headers: { holdToken: 'X-Hold-Token' } } as const;

export const releaseHoldByBeacon = { method: 'POST', path: '/v1/holds/{id}/release', query: ['dryRun'] } as const;

export const extendHold = { method: 'POST', path: '/v1/holds/{id}/extend', query: ['dryRun'] } as const;

export const createBooking = { method: 'POST', path: '/v1/bookings', query: ['dryRun'], creates: true } as const;

export const getBooking = { method: 'GET', path: '/v1/bookings/{id}' } as const;

export const updateBooking = { method: 'PATCH', path: '/v1/bookings/{id}', query: ['dryRun'] } as const;

export const deleteBooking = { method: 'DELETE', path: '/v1/bookings/{id}', query: ['dryRun'] } as const;

export const cancelBooking = { method: 'POST', path: '/v1/bookings/{id}/cancel', query: ['dryRun'] } as const;

export const rescheduleBooking = { method: 'POST', path: '/v1/bookings/{id}/reschedule', query: ['dryRun'] } as const;

export const getCalendar = { method: 'GET', path: '/v1/coaches/{coach}/calendar' } as const;

export const getHealth = { method: 'GET', path: '/healthz' } as const;

export const getReadiness = { method: 'GET', path: '/readyz' } as const;

export const getMetrics = { method: 'GET', path: '/metrics', text: true } as const;
