import type { Actor } from '../../domain/booking/booking.ts';
import type { Side } from '../../domain/booking/status.ts';
import { cleanName } from '../../domain/person/written.ts';
import type { Caller, Context, Scope } from './context.ts';
import { Refusal } from './refusal.ts';

/** Returns the partner and mode whose data the caller may touch. */
export function scopeOf({ caller }: Context): Scope {
  return { partnerId: caller.partnerId, mode: caller.mode };
}

export function isInScope(context: Context, stored: Scope): boolean {
  return stored.partnerId === context.caller.partnerId && stored.mode === context.caller.mode;
}

/**
 * Returns whether the caller is the coach side of what is in its reach: a partner's server, an admin, a coach and their
 * staff. All other callers act for the attendee.
 */
export function isCoachSide({ caller }: Context): boolean {
  return caller.kind === 'secret' || (caller.kind === 'session' && caller.role !== 'client');
}

/** For whom a caller moves a booking. */
export function sideOf(context: Context): Side {
  return isCoachSide(context) ? 'coach' : 'attendee';
}

/** Returns whether the caller is a browser outside the coach side: with a publishable key, or signed in as a client. */
export function isVisitor(caller: Caller): boolean {
  return caller.kind === 'publishable' || (caller.kind === 'session' && caller.role === 'client');
}

/**
 * Returns whether holds, bookings and new accounts of the caller are counted: of a visitor, and of a server that names
 * one.
 */
export function isCounted(caller: Caller): boolean {
  return isVisitor(caller) || (caller.kind === 'secret' && caller.namesVisitor === true);
}

/**
 * Returns whether the caller is the coach side of this coach: to other coaches, a coach and their staff are visitors.
 */
export function isCoachSideOf(context: Context, coachId: string): boolean {
  const { caller } = context;
  if (caller.kind === 'session' && (caller.role === 'coach' || caller.role === 'staff'))
    return caller.coachId === coachId;
  return isCoachSide(context);
}

export function actorOf({ caller }: Context): Actor {
  if (caller.kind === 'secret') return 'partner';
  return caller.kind === 'session' && caller.role !== 'client' ? caller.role : 'attendee';
}

/** Rejects fields that only the coach side may send. Throws NOT_PERMITTED_FIELD. */
export function permitFields(isPermitted: boolean, fields: Readonly<Record<string, unknown>>): void {
  const sent = Object.keys(fields).filter((name) => fields[name] !== undefined);
  if (isPermitted || sent.length === 0) return;
  const problems = sent.map((path) => ({ path, message: 'Only the coach side may send this field.' }));
  throw new Refusal('NOT_PERMITTED_FIELD', `${sent.join(', ')} is for the coach side.`, { problems });
}

/** Returns INVALID_REQUEST for a malformed input that the contract alone cannot detect. */
export function inputRefusal(path: string, message: string): Refusal {
  return new Refusal('INVALID_REQUEST', `${path}: ${message}`, { problems: [{ path, message }] });
}

/** Throws INVALID_REQUEST for a malformed input that the contract alone cannot detect. */
export function refuseInput(path: string, message: string): never {
  throw inputRefusal(path, message);
}

/** A name or title in its one form. Throws INVALID_REQUEST when nothing is left. */
export function trimmed(path: string, text: string): string {
  return cleanName(text) || refuseInput(path, 'Must not be blank.');
}
