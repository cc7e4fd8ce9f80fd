import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Booking, HistoryEntry, OutboxEvent } from '../../domain/booking/booking.ts';
import type { Claim, ClaimStamp, PlaceClaim, Session } from '../../domain/booking/claim.ts';
import { sessionsConflict } from '../../domain/booking/claim.ts';
import { expiredFields, isExpired } from '../../domain/booking/expiry.ts';
import { announce, changeOfBooking, type AnnounceDeps } from '../feed/announce.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import type { Deps } from '../ports/deps.ts';
import { releaseNamed } from './release.ts';

export type ExpireNeeds = Pick<Deps, 'realNow' | 'newId' | 'ledgers' | 'bookings'>;

/**
 * Records that a pending request has expired: cancelled by the system, and its time and place are free. Returns null
 * when another writer was faster. R25.
 */
export async function expireBooking(core: ExpireNeeds, booking: Booking, now: Instant): Promise<Booking | null> {
  const { id, status: from, version, claims, time } = booking;
  const fields = expiredFields(booking);
  const step = { at: now, by: fields.cancelledBy, reason: fields.cancellationReason } as const;
  const history: HistoryEntry = { ...step, type: 'cancelled', from, to: fields.status, version: version + 1 };
  const { at, ...origin } = step;
  const data = { ...origin, status: fields.status, ...present({ start: time?.start, end: time?.end }) };
  const event: OutboxEvent = { id: core.newId(), type: 'booking.cancelled', at, version: version + 1, data };
  // An unproven booking was announced to no one. R14.
  const isUnproven = booking.unproven === true;
  const set = { ...fields, claims: [], ...(isUnproven && { expiresAt: undefined }) };
  const release = { refs: claims, realNow: core.realNow() };
  const expired = await core.bookings.change(booking, version, {
    set,
    release,
    history,
    ...(!isUnproven && { event }),
  });
  if (expired) await releaseNamed(core, id, claims);
  return expired;
}

export type ExpireAndTellNeeds = ExpireNeeds & AnnounceDeps & Pick<Deps, 'background'>;

/** The same, and notifies the coach's watchers. */
export async function expireAndTell(core: ExpireAndTellNeeds, booking: Booking, now: Instant): Promise<Booking | null> {
  const expired = await expireBooking(core, booking, now);
  if (expired) announce(core, changeOfBooking(expired, booking));
  return expired;
}

/** No session is longer, so what ends later has not begun. */
const LONGEST = DAY;

/**
 * Only a session that has begun, or a place without a time, can be one of a request that has expired. A place has the
 * end of its session, and one that is over counts nowhere.
 */
const mayHaveExpired = (claim: Claim | PlaceClaim, now: Instant): boolean => {
  if (claim.owner.kind !== 'booking') return false;
  if (!('place' in claim)) return claim.start <= now;
  const until = claim.until ?? null;
  return until === null || (until > now && until <= plus(now, LONGEST));
};

const expiredOwner = async (
  { bookings }: Pick<Deps, 'bookings'>,
  { owner }: ClaimStamp,
  now: Instant,
): Promise<Booking | null> => {
  const stored = await bookings.find(owner.id);
  return stored?.kind === 'booking' && isExpired(stored, now) ? stored : null;
};

/** Expires the requests that keep any of these claims. Returns the claims that stay: all others. */
export async function clearExpired<C extends Claim | PlaceClaim>(
  core: ExpireAndTellNeeds,
  claims: readonly C[],
  now: Instant,
): Promise<C[]> {
  const staying: C[] = [];
  for (const claim of claims) {
    const owner = mayHaveExpired(claim, now) ? await expiredOwner(core, claim, now) : null;
    if (!owner || !(await expireAndTell(core, owner, now))) staying.push(claim);
  }
  return staying;
}

/** Of a question that writes nothing: the ids of requests that have expired among the owners of these claims. */
export async function expiredAmong(
  core: Pick<Deps, 'bookings'>,
  claims: readonly (Claim | PlaceClaim)[],
  now: Instant,
): Promise<string[]> {
  const candidates = new Map(
    claims.filter((claim) => mayHaveExpired(claim, now)).map((claim) => [claim.owner.id, claim]),
  );
  const owners = await Promise.all([...candidates.values()].map((claim) => expiredOwner(core, claim, now)));
  return owners.flatMap((owner) => (owner ? [owner.id] : []));
}

/** The same of the claims around a session. */
export function expiredAround(
  core: Pick<Deps, 'bookings'>,
  claims: readonly Claim[],
  session: Session,
  now: Instant,
): Promise<string[]> {
  return expiredAmong(
    core,
    claims.filter((claim) => sessionsConflict(claim, session)),
    now,
  );
}

/**
 * The same for readers, who show what stands by the clock of the request. In test mode an expiry is recorded by the
 * next write only; in live mode the sweeper does at once, and readers need not look (R11).
 */
export async function expiredForReaders(
  core: Pick<Deps, 'bookings'>,
  { caller, now }: Context,
  claims: readonly (Claim | PlaceClaim)[],
): Promise<string[]> {
  return caller.mode === 'test' ? expiredAmong(core, claims, now) : [];
}
