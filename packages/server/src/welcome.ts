import { zoneRelease } from '@coach-booking/time/zone-data';
import { demoEmailOf, demoPassword } from './demo/demo-accounts.ts';
import { demoCoaches } from './demo/demo-coaches.ts';
import { demoKeys } from './demo/load-demo.ts';
import type { RunningServer } from './compose.ts';

type Welcomed = Pick<RunningServer, 'url' | 'demoUrl' | 'mailFolder' | 'setupCode' | 'notes'>;

/** Returns the lines of the start for bookings and absences whose wall-clock time the law of zones has moved. */
export function movedNotes(moved: number): string[] {
  if (moved === 0) return [];
  return [
    `The time zones of ${zoneRelease} show ${moved} bookings and absences at another local time than the one agreed. Their coaches are asked in the calendar.`,
  ];
}

/** Returns the text for the person who has just started the server: where to click. */
export function welcome({ url, demoUrl, mailFolder, setupCode, notes }: Welcomed): string {
  const lines: [string, string][] = demoUrl
    ? [
        ['Demo partner page', `${demoUrl}/`],
        ['Modes, team, own pages', `${demoUrl}/modes/`],
        ['Theming', `${demoUrl}/theming/`],
        ['Messages of tests', `${demoUrl}/messages/`],
        ...demoCoaches.map(({ name, slug }): [string, string] => [
          `Book ${name}`,
          `${url}/book/${slug}?key=${demoKeys.publishable}`,
        ]),
        ['Coach calendar', `${url}/desk  (${demoEmailOf('coach-a')}, ${demoPassword})`],
        ['Admin page', `${url}/admin  (${demoEmailOf('admin')}, ${demoPassword})`],
        ...(mailFolder === null ? [] : [['Mails as files', mailFolder] as [string, string]]),
        ['API reference', `${url}/docs`],
        ['Demo keys', `${demoKeys.publishable}  ${demoKeys.secret}`],
      ]
    : [
        ...(setupCode === null
          ? []
          : [['Open for business', `${url}/setup  (one-time code: ${setupCode})`] as [string, string]]),
        ['API reference', `${url}/docs`],
      ];
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  return [
    '',
    `Coach booking serves at ${url}, with the time zones of ${zoneRelease}`,
    ...notes,
    '',
    ...lines.map(([name, value]) => `  ${name.padEnd(width)}${value}`),
    '',
  ].join('\n');
}
