import { createCaldavRecords } from './adapters/caldav/caldav-records.ts';
import { createTestRecords } from './adapters/external-records/test-records.ts';
import { openZoom } from './adapters/zoom/open-zoom.ts';
import { createGoogleMeet } from './application/google/google-meet.ts';
import { createGoogleRecords } from './application/google/google-records.ts';
import { createMicrosoftRecords } from './application/microsoft/microsoft-records.ts';
import type { Mode } from './application/kernel/context.ts';
import type { Deps } from './application/ports/deps.ts';
import type { ExternalRecordAdapters } from './application/ports/external-record-adapters.ts';

/** Returns what makes meetings and writes calendars at the providers that are built in, one line each. */
const liveRecords = (known: Omit<Deps, 'recordAdapters' | 'meetingSources'>): ExternalRecordAdapters => ({
  zoom: openZoom(known),
  google_meet: createGoogleMeet(known),
  google: createGoogleRecords(known),
  microsoft: createMicrosoftRecords(known),
  caldav: createCaldavRecords(known),
});

/** Returns what writes records at providers, by the mode of the booking: of `test` nothing leaves (R11). */
export function composeRecords(known: Omit<Deps, 'recordAdapters' | 'meetingSources'>): Deps['recordAdapters'] {
  const live = liveRecords(known);
  const test = createTestRecords(known.testMessages);
  return (mode: Mode) => (mode === 'live' ? live : test);
}
