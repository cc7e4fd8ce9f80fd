import { basicInstant, type CalendarEvent } from './event.ts';

const query = (base: string, values: Readonly<Record<string, string>>) => `${base}${new URLSearchParams(values)}`;

/**
 * The parameters of another company's page. They never hold the link that manages a booking: the holder of that link
 * can cancel, and addresses are logged and shared.
 */
type WebEvent = Pick<CalendarEvent, 'title' | 'start' | 'end' | 'location'>;

/** The web calendars that offer to add an event, by their well-known names. */
export const webCalendars: readonly (readonly [name: string, link: (event: WebEvent) => string])[] = [
  [
    'Google',
    ({ title, start, end, location = '' }) =>
      query('https://calendar.google.com/calendar/render?', {
        action: 'TEMPLATE',
        text: title,
        dates: `${basicInstant(start)}/${basicInstant(end)}`,
        location,
      }),
  ],
  [
    'Outlook',
    ({ title, start, end, location = '' }) =>
      query('https://outlook.live.com/calendar/0/deeplink/compose?', {
        subject: title,
        startdt: start,
        enddt: end,
        location,
      }),
  ],
  [
    'Yahoo',
    ({ title, start, end, location = '' }) =>
      query('https://calendar.yahoo.com/?v=60&', {
        title,
        st: basicInstant(start),
        et: basicInstant(end),
        in_loc: location,
      }),
  ],
];
