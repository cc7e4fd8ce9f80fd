import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { SourceKind } from '../../domain/calendar-source/source-access.ts';
import type { Core } from '../ports/core.ts';
import type { ChannelNeeds } from '../google/channels.ts';
import type { SubscriptionNeeds } from '../microsoft/subscriptions.ts';
import { readCaldav } from './read-caldav.ts';
import { readGoogle } from './read-google.ts';
import { readIcs } from './read-ics.ts';
import { readMicrosoft } from './read-microsoft.ts';
import type { SourceWindow, WindowNeeds } from './source-window.ts';

/** The dependencies of all readers together. */
export type ReaderNeeds = Pick<Core, 'outbound' | 'calendarReader' | 'caldav' | 'realNow'> &
  WindowNeeds &
  ChannelNeeds &
  SubscriptionNeeds;

export type SourceOf<K extends SourceKind> = CalendarSource & { readonly kind: K };

/**
 * Reads a source of one kind: asks its server or provider, and returns when its owner is busy, that nothing has
 * changed, or why it cannot be read. Throws nothing but a fault of this server. It is called in live mode alone (R11).
 */
export type SourceReader<K extends SourceKind> = (
  core: ReaderNeeds,
  source: SourceOf<K>,
  window: SourceWindow,
) => Promise<Reading>;

/** The readers, by kind. A kind without one cannot be connected (`isOffered`). */
export type SourceReaders = { readonly [K in SourceKind]?: SourceReader<K> };

export const sourceReaders: SourceReaders = {
  ics: readIcs,
  caldav: readCaldav,
  google: readGoogle,
  microsoft: readMicrosoft,
};

/** Returns whether sources of this kind can be connected here. */
export function isOffered(kind: SourceKind): boolean {
  return sourceReaders[kind] !== undefined;
}

/** Reads a source by its kind. */
export function readByKind(core: ReaderNeeds, source: CalendarSource, window: SourceWindow): Promise<Reading> {
  const reader = sourceReaders[source.kind] as SourceReader<SourceKind> | undefined;
  if (!reader) throw new Error(`Calendars of the kind ${source.kind} are not read here.`);
  return reader(core, source, window);
}
