import type { Actor } from '../domain/booking/booking.ts';
import type { Context } from './context.ts';
import type { LedgerScope } from './ports/ledgers.ts';
import { Refusal } from './refusal.ts';

/** Whose data the caller may touch. */
export const scopeOf = ({ caller }: Context): LedgerScope => ({ partnerId: caller.partnerId, mode: caller.mode });

export const isInScope = (context: Context, stored: LedgerScope): boolean =>
  stored.partnerId === context.caller.partnerId && stored.mode === context.caller.mode;

/** A partner's server is the coach side of that partner's coaches; everybody else acts for the attendee. */
export const isCoachSide = ({ caller }: Context): boolean => caller.kind === 'secret';

export const actorOf = (context: Context): Actor => (isCoachSide(context) ? 'partner' : 'attendee');

/** Refuses fields that only the coach side may send. Throws NOT_PERMITTED_FIELD. */
export const permitFields = (isPermitted: boolean, fields: Readonly<Record<string, unknown>>): void => {
  const sent = Object.keys(fields).filter((name) => fields[name] !== undefined);
  if (isPermitted || sent.length === 0) return;
  const problems = sent.map((path) => ({ path, message: 'This key may not send this field.' }));
  throw new Refusal('NOT_PERMITTED_FIELD', `${sent.join(', ')} needs a secret key.`, { problems });
};

/** A malformed input that the contract alone cannot tell. Throws INVALID_REQUEST. */
export const refuseInput = (path: string, message: string): never => {
  throw new Refusal('INVALID_REQUEST', `${path}: ${message}`, { problems: [{ path, message }] });
};
