import type { ReportedState } from '../../domain/delivery/report.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

/** A report of an SMS provider, independent of the provider. Numbers are E.164. */
export type SmsNews =
  | {
      readonly kind: 'status';
      /** The id of the message, as it was given to the provider. */
      readonly messageId: string;
      readonly providerId: string;
      readonly state: ReportedState;
      /** The provider's code of a failure. */
      readonly code?: string;
    }
  | { readonly kind: 'opt_out' | 'opt_in'; readonly phone: string };

/** Notes what became of an SMS, and who wants none or wants them again. A repeated report changes nothing. */
export async function hearSms(
  { deliveries, optOuts, realNow }: Pick<Core, 'deliveries' | 'optOuts' | 'realNow'>,
  scope: LedgerScope,
  news: SmsNews,
): Promise<void> {
  const at = realNow();
  if (news.kind === 'status') {
    const { kind: _, messageId: id, ...report } = news;
    await deliveries.report({ partnerId: scope.partnerId, mode: scope.mode, id, ...report, at });
    return;
  }
  const contact = { channel: 'sms', address: news.phone } as const;
  if (news.kind === 'opt_out') await optOuts.add(scope, contact, 'all', at);
  else await optOuts.remove(scope, contact, 'all');
}
