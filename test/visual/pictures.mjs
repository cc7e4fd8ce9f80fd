/**
 * The states of the stage that are compared with stored pictures, by the name of the picture: light and 1200 × 800
 * where nothing else is said.
 */
const phone = { width: 375, height: 760 };
const narrow = { width: 320, height: 640 };
const dark = { look: 'dark' };
const arabic = { look: 'arabic' };

/** A component of the design language, which is small. */
const component = (state, more = {}) => ({ of: 'design language', state, width: 800, height: 560, ...more });
const widget = (state, more = {}) => ({ of: 'booking', state, width: 900, height: 700, ...more });
const calendar = (state, more = {}) => ({ of: 'calendar', state, ...more });
const me = (state, more = {}) => ({ of: 'me', state, width: 900, height: 900, ...more });
const setUp = (state, more = {}) => ({ of: 'desk set up', state, ...more });
const desk = (state, more = {}) => ({ of: 'desk', state, ...more });
const admin = (state, more = {}) => ({ of: 'admin', state, ...more });

export const pictures = {
  'ui-buttons': component('buttons'),
  'ui-buttons-dark': component('buttons', dark),
  'ui-buttons-forced-colours': component('buttons', { forcedColors: 'active' }),
  'ui-fields': component('fields'),
  'ui-choices': component('choices'),
  'ui-choices-arabic': component('choices', arabic),
  'ui-marks': component('marks'),
  'ui-marks-dark': component('marks', dark),
  'ui-table': component('table'),
  'ui-table-phone': component('table', narrow),
  'ui-empty': component('empty'),
  'ui-dialog': component('dialog'),
  'ui-side-sheet': component('side sheet'),
  'ui-menu': component('menu'),
  'ui-toasts': component('toasts'),
  'ui-page-head': component('page head'),
  'theme-accent': { of: 'themes', state: 'accent', width: 900, height: 640 },
  'theme-of-the-partner-dark': { of: 'themes', state: 'colour of the partner', width: 900, height: 640, ...dark },
  'widget-slots': widget('slots'),
  'widget-slots-dark': widget('slots', dark),
  'widget-slots-arabic': widget('slots', arabic),
  'widget-slots-phone': widget('slots', phone),
  'widget-details': widget('details'),
  'widget-details-narrow': widget('details', narrow),
  'widget-taken': widget('taken'),
  'widget-questions-phone': widget('answered', { ...phone, height: 1300 }),
  'widget-dialog': widget('dialog, slots'),
  'widget-floating-phone': widget('mode floating', narrow),
  'widget-coaches': widget('coaches'),
  'widget-long-words-german': widget('long words, confirmed', { look: 'german', ...narrow, height: 1100 }),
  'widget-assigned': widget('coaches, assigned'),
  'book-signed-in': { of: 'book', state: 'signed in', width: 900, height: 700 },
  'calendar-each': calendar('each'),
  'calendar-full-dark': calendar('full', dark),
  'calendar-month': calendar('month'),
  'calendar-arabic': calendar('each', arabic),
  'calendar-phone': calendar('each', phone),
  'side-by-side': { of: 'side by side', state: 'four coaches' },
  'side-by-side-phone': { of: 'side by side', state: 'four coaches', ...phone },
  'sign-in': { of: 'sign-in', state: 'signed out' },
  'sign-in-wrong-dark': { of: 'sign-in', state: 'wrong password', ...dark },
  'password-arabic': { of: 'mail links', state: 'password', ...arabic, ...phone },
  'setup-narrow': { of: 'setup', state: 'form', ...narrow },
  'account-client': { of: 'own account', state: 'client' },
  'desk-today': desk('today'),
  'desk-today-phone': desk('today', phone),
  'desk-today-offline': desk('today, offline', phone),
  'desk-clients-phone': desk('clients', phone),
  'desk-services': desk('services'),
  'desk-leads-empty-dark': desk('leads without any', dark),
  'desk-bookings': desk('bookings'),
  'desk-clients-dark': desk('clients', dark),
  'desk-leads-arabic': desk('leads', arabic),
  'desk-statistics': desk('statistics'),
  'admin-people': admin('users, full'),
  'admin-audit': admin('audit, full'),
  'admin-audit-arabic-phone': admin('audit, full', { ...arabic, ...phone }),
  'admin-embed-dark': admin('embed, full', dark),
  'me-sessions': me('sessions'),
  'me-profile-arabic': me('profile', arabic),
  'me-sharing-narrow': me('sharing', narrow),
  'me-workouts': me('workouts'),
  'me-workouts-phone': me('workouts', phone),
  'me-meals-dark': me('meals', dark),
  'me-progress-arabic': me('progress', arabic),
  'me-workout-form': me('a workout'),
  'desk-availability': setUp('availability'),
  'desk-team-dark': setUp('team', dark),
  'desk-profile-phone': setUp('profile', phone),
};
