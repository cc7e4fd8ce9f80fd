import type { Context } from '../kernel/context.ts';

/** The partner id of a caller without a partner. No partner has it. */
export const NO_PARTNER = '0'.repeat(24);

/** The channel of the operator: the API, the command `npm run partner`, or the page of the first set-up. */
export type OperatorChannel = 'api' | 'command' | 'setup';

/** Returns the operator as a caller, outside all partners. */
export function operatorCaller(way: OperatorChannel, address: string): Context['caller'] {
  return {
    kind: 'operator',
    partnerId: NO_PARTNER,
    mode: 'live',
    keyId: way,
    address,
  };
}

/** Returns the operator's context on one partner, in live mode: its audit log records the actions. */
export function contextOfPartner(context: Context, partnerId: string): Context {
  return { ...context, caller: { ...context.caller, partnerId } };
}
