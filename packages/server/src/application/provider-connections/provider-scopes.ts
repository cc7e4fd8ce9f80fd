import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';

const GOOGLE = 'https://www.googleapis.com/auth/';
const GRAPH = 'https://graph.microsoft.com/';

/**
 * The scopes to ask for, and those without which a connection is of no use. Of Zoom they are set where the app is
 * registered. Google: events of calendars that the person owns, the times of events in all others, and the list of
 * calendars.
 */
export const PROVIDER_SCOPES: Readonly<
  Record<ConnectedProvider, { readonly asked: readonly string[]; readonly needed: readonly string[] }>
> = {
  google: {
    asked: [
      'openid',
      'email',
      `${GOOGLE}calendar.events.owned`,
      `${GOOGLE}calendar.events.freebusy`,
      `${GOOGLE}calendar.calendarlist.readonly`,
    ],
    needed: [
      `${GOOGLE}calendar.events.owned`,
      `${GOOGLE}calendar.events.freebusy`,
      `${GOOGLE}calendar.calendarlist.readonly`,
    ],
  },
  microsoft: {
    asked: ['openid', 'email', 'offline_access', `${GRAPH}User.Read`, `${GRAPH}Calendars.ReadWrite`],
    needed: [`${GRAPH}Calendars.ReadWrite`],
  },
  zoom: { asked: [], needed: [] },
};

/** Returns what a person did not allow of what is needed. Microsoft answers its own scopes without their host. */
export function missingScopes(provider: ConnectedProvider, granted: readonly string[] | undefined): readonly string[] {
  if (!granted) return [];
  const known = new Set(granted.map((scope) => scope.replace(GRAPH, '').toLowerCase()));
  return PROVIDER_SCOPES[provider].needed.filter((scope) => !known.has(scope.replace(GRAPH, '').toLowerCase()));
}
