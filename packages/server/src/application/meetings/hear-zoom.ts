import type { MeetingNews } from '../../domain/meeting-report/meeting-report.ts';
import { withNews } from '../../domain/meeting-report/meeting-report.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { OAuthClient } from '../ports/integrations.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { changeReport } from './change-report.ts';

/** An app at Zoom that sends events here. */
export interface ZoomApp {
  readonly clientId: string;
  /** By which it signs. */
  readonly secret: string;
  /** The partner and mode of the app; absent of the server's, for all partners without one of their own. */
  readonly scope?: LedgerScope;
}

const TOKEN = /^(?<partnerId>[\da-f]{24})-(?<mode>test|live)$/;

/** Returns the token of the address to which the app of a partner, or that of the server, sends its events. */
export function zoomHookToken(scope: LedgerScope | undefined): string {
  return scope ? `${scope.partnerId}-${scope.mode}` : 'server';
}

const appOf = (client: OAuthClient | null | undefined, scope?: LedgerScope): ZoomApp | null =>
  client?.webhookSecret === undefined
    ? null
    : { clientId: client.clientId, secret: client.webhookSecret, ...present({ scope }) };

/** Returns the app whose events come to an address; null where there is none, or none with a secret token. */
export async function zoomAppOf(
  core: Pick<Core, 'integrations' | 'providers'>,
  token: string,
): Promise<ZoomApp | null> {
  if (token === zoomHookToken(undefined)) {
    return appOf(core.providers.clientOf('zoom'));
  }
  const named = TOKEN.exec(token)?.groups;
  if (!named) return null;
  const scope = { partnerId: named.partnerId!, mode: named.mode as LedgerScope['mode'] };
  return appOf(await core.integrations.byProvider(scope, 'zoom'), scope);
}

/**
 * Notes news of a meeting. Repeated, or later than what followed, it comes to the same. A meeting that is not known, or
 * of another partner, changes nothing.
 */
export async function hearZoom(
  core: Pick<Core, 'externalRecords' | 'meetingReports'>,
  { scope }: ZoomApp,
  { meetingId, ...news }: MeetingNews & { readonly meetingId: string },
): Promise<void> {
  for (const { partnerId, mode, bookingId } of await core.externalRecords.byObjectId('zoom', meetingId)) {
    if (scope && (scope.partnerId !== partnerId || scope.mode !== mode)) continue;
    await changeReport(core, { partnerId, mode }, bookingId, (report) => withNews(report, news));
  }
}
