import { HOUR } from '@coach-booking/time/units';
import type { OutlookEvent } from '../../domain/calendar-outlook/outlook-event.ts';
import { bookingIdsInView, readView, writtenInView } from '../../domain/calendar-outlook/read-view.ts';
import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import { hearsOf } from '../../domain/calendar-source/push.ts';
import { calendarView } from '../microsoft/calendar-view.ts';
import { keepSubscriptions } from '../microsoft/subscriptions.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { failureOfProvider } from './failure-of-provider.ts';
import type { SourceReader } from './source-readers.ts';

/**
 * Reads the chosen calendars of a Microsoft account, whole: Graph gives a view of them without titles in one request.
 * When one of them cannot be read, nothing of the others is taken, so that nothing is freed. A source of which Graph
 * reports changes is asked once an hour, since reports get lost.
 */
export const readMicrosoft: SourceReader<'microsoft'> = async (core, source, window) => {
  const { now, from, until, timeZone } = window;
  const push = await keepSubscriptions(core, source, now);
  try {
    const range = { start: from, end: until };
    const views: { readonly calendarId: string; readonly events: readonly OutlookEvent[] }[] = [];
    for (const { id } of source.calendars)
      views.push({ calendarId: id, events: await calendarView(core, source, id, range) });
    const events = views.flatMap((view) => view.events);
    const ownUids = await window.ownUids(bookingIdsInView(events));
    const ownBookings = new Set(ownUids.map((uid) => uid.split('@')[0]!));
    const read = readView(events, { timeZone, from, until, ownBookings });
    const isHeard = hearsOf(
      push,
      source.calendars.map(({ id }) => id),
      now,
    );
    const seen = {
      events: views.flatMap((view) => writtenInView(view.events, view.calendarId, { timeZone, ownBookings })),
      whole: views.map(({ calendarId }) => ({ calendarId, ...range })),
    };
    const reading: Reading = { kind: 'read', ...read, readUntil: until, push, ...(isHeard && { maxAge: HOUR }), seen };
    return reading;
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    return { ...failureOfProvider(error, core.realNow()), push };
  }
};
