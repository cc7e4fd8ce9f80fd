/** One of the calendars of an account at a provider. */
export interface SourceCalendar {
  /** The provider's own: of CalDAV the address of its collection. */
  readonly id: string;
  readonly name: string;
}

/** The secret address of an iCalendar file. */
export interface IcsAccess {
  readonly kind: 'ics';
  /** A secret, since it opens the calendar. Begins with `https:`, or in mode test with `http:`. */
  readonly url: string;
}

/** An account at a CalDAV server, with a password made for this product alone. */
export interface CaldavAccess {
  readonly kind: 'caldav';
  /** The address that was typed, of which its calendars are of the same site. */
  readonly server: string;
  readonly user: string;
  readonly password: string;
  readonly calendars: readonly SourceCalendar[];
}

/** A connected account of the coach at a provider. */
export interface ConnectedAccess {
  readonly kind: 'google' | 'microsoft';
  /** The id of a `ProviderConnection`. */
  readonly connectionId: string;
  readonly calendars: readonly SourceCalendar[];
}

/** The way in to calendars kept elsewhere. */
export type SourceAccess = IcsAccess | CaldavAccess | ConnectedAccess;
export type SourceKind = SourceAccess['kind'];

const hosts = { google: 'calendar.google.com', microsoft: 'outlook.office.com' } as const;

/** Returns the host at which the calendars are kept, the one part of an address that is shown. */
export function hostOf(access: SourceAccess): string {
  if (access.kind === 'ics') return new URL(access.url).host;
  return access.kind === 'caldav' ? new URL(access.server).host : hosts[access.kind];
}
