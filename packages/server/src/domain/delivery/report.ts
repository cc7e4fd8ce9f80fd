import type { DeliveryState } from './delivery.ts';

/** The later state of a message that a provider took. */
export type ReportedState = Extract<DeliveryState, 'sent' | 'delivered' | 'failed'>;

/**
 * The states that each report may follow. Reports come twice and in any order, and one that is older than what is known
 * changes nothing; one about a message whose answer was lost says what became of it.
 */
export const REPORTED_AFTER: Readonly<Record<ReportedState, readonly DeliveryState[]>> = {
  sent: ['sending', 'unknown'],
  delivered: ['sending', 'unknown', 'sent'],
  failed: ['sending', 'unknown', 'sent'],
};
