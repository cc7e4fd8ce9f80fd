import { basicInstant, type CalendarEvent } from './event.ts';

const query = (base: string, values: Readonly<Record<string, string>>) => `${base}${new URLSearchParams(values)}`;

/** Pages of web calendars that offer to add an event, by the name people know them by. */
export const webCalendars: readonly (readonly [name: string, link: (event: CalendarEvent) => string])[] = [
  [
    'Google',
    ({ title, start, end, description }) =>
      query('https://calendar.google.com/calendar/render?', {
        action: 'TEMPLATE',
        text: title,
        dates: `${basicInstant(start)}/${basicInstant(end)}`,
        details: description,
      }),
  ],
  [
    'Outlook',
    ({ title, start, end, description }) =>
      query('https://outlook.live.com/calendar/0/deeplink/compose?', { subject: title, startdt: start, enddt: end, body: description }),
  ],
  [
    'Yahoo',
    ({ title, start, end, description }) =>
      query('https://calendar.yahoo.com/?v=60&', { title, st: basicInstant(start), et: basicInstant(end), desc: description }),
  ],
];
