import type { Context } from '../kernel/context.ts';

/** Stands where the partner of a caller does, for who belongs to none. No partner has this id. */
export const NO_PARTNER = '0'.repeat(24);

/**
 * By which way the operator comes: over the API, by the command `npm run partner`, or by the page of the first set-up.
 */
export type OperatorChannel = 'api' | 'command' | 'setup';

/** The operator, outside all partners. */
export function operatorCaller(way: OperatorChannel, address: string): Context['caller'] {
  return {
    kind: 'operator',
    partnerId: NO_PARTNER,
    mode: 'live',
    keyId: way,
    address,
  };
}

/** The operator as they act on one partner, in live mode: what they do is in its audit log. */
export function contextOfPartner(context: Context, partnerId: string): Context {
  return { ...context, caller: { ...context.caller, partnerId } };
}
