import type { DeliveryState } from './delivery.ts';

/** The later state of a message that a provider took. */
export type ReportedState = Extract<DeliveryState, 'sent' | 'delivered' | 'failed'>;

/**
 * The states that each report may follow. Reports come twice and in any order, and one that is older than the stored
 * state changes nothing; one about a message whose answer was lost decides its state.
 */
export const REPORTED_AFTER: Readonly<Record<ReportedState, readonly DeliveryState[]>> = {
  sent: ['sending', 'unknown'],
  delivered: ['sending', 'unknown', 'sent'],
  failed: ['sending', 'unknown', 'sent'],
};
