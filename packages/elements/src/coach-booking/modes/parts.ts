/** The parts of the widget, which the element around it exports, so that a page styles them in every mode. */
export const PARTS = [
  ...[
    'base',
    'header',
    'avatar',
    'coach-name',
    'coach-button',
    'coach-any',
    'about',
    'service',
    'price',
    'brand',
    'logo',
    'test',
    'chosen',
  ],
  ...['calendar', 'month', 'month-button', 'day', 'day-free', 'day-none', 'day-chosen', 'time-zone', 'hours'],
  ...['slots', 'taken', 'day-title', 'slot', 'slot-available', 'slot-booked', 'slot-unavailable', 'slot-break'],
  ...['slot-chosen', 'alternative', 'suggestion', 'suggestions', 'notice', 'problem', 'service-button', 'field'],
  ...['input', 'incentive', 'lower-price', 'consent', 'agreement', 'checkbox', 'error', 'countdown', 'button'],
  ...['primary', 'danger', 'back', 'link', 'confirmation', 'summary', 'place', 'calendars', 'next', 'booking', 'agree'],
] as const;
