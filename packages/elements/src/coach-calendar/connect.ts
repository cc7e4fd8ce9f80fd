import {
  bindOperations,
  createLazyCalendarFlow,
  createSessionTransport,
  getCalendar,
  getCoach,
  getPreferences,
  listStaff,
  watchCalendar,
  type SessionToken,
} from '@coach-booking/sdk';
import { online } from '../internal/online.ts';
import { followCalendar } from './follow-calendar.ts';
import type { Connect } from './flow.ts';

export type { Flow as CalendarConnection } from './flow.ts';
import { panelsFile } from './panels-file.ts';

/** Whether the page is visible, as the browser reports it. */
const visible = {
  onChange(changed: (visible: boolean) => void): () => void {
    const tell = () => changed(!document.hidden);
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  },
};

/** The token of a visitor without a session: the server answers that one is needed. */
const nobody: SessionToken = () => null;

/** Creates flows on the SDK. `fetch` is the browser's own unless another is given. */
export function connectTo(fetch?: typeof globalThis.fetch): Connect {
  return ({ baseUrl, coach, timeZone, view, date, language, session }) => {
    const transport = createSessionTransport({ baseUrl, session: session ?? nobody, ...(fetch && { fetch }) });
    const client = bindOperations(transport, { getCalendar, getCoach, getPreferences, listStaff, watchCalendar });
    return createLazyCalendarFlow(
      client,
      {
        coach,
        language,
        visible,
        online,
        watch: followCalendar(baseUrl, client.watchCalendar),
        ...(timeZone && { timeZone }),
        ...(view && { view }),
        ...(date && { date }),
      },
      () => panelsFile.load().then(({ actsOn }) => actsOn(transport)),
    );
  };
}

/** Creates flows on the server that the settings name. */
export const connect: Connect = connectTo();
