import type { MeetingNews } from '../../domain/meeting-report/meeting-report.ts';
import { withNews } from '../../domain/meeting-report/meeting-report.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { changeReport } from './change-report.ts';

/** An app at Zoom that sends events here. */
export interface ZoomApp {
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

/** Returns the app whose events come to an address; null where there is none, or none with a secret token. */
export async function zoomAppOf(
  core: Pick<Core, 'integrations' | 'providers'>,
  token: string,
): Promise<ZoomApp | null> {
  if (token === zoomHookToken(undefined)) {
    const secret = core.providers.clientOf('zoom')?.webhookSecret;
    return secret === undefined ? null : { secret };
  }
  const named = TOKEN.exec(token)?.groups;
  if (!named) return null;
  const scope = { partnerId: named.partnerId!, mode: named.mode as LedgerScope['mode'] };
  const secret = (await core.integrations.byProvider(scope, 'zoom'))?.webhookSecret;
  return secret === undefined ? null : { secret, scope };
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
