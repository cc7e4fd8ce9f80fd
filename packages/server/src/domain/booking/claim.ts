import { latest, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { overlaps } from '@coach-booking/time/range';
import { fromEpochDay } from '@coach-booking/time/plain-date';

/** A session as it lies on the time line, with its own buffers. Instants. */
export interface Session {
  readonly start: Instant;
  readonly end: Instant;
  readonly paddedStart: Instant;
  readonly paddedEnd: Instant;
}

export interface ClaimOwner {
  readonly kind: 'booking' | 'hold';
  readonly id: string;
}

/** The fields that all claims share. Instants; `claimedAt` and `sweepAt` are real time, which no test clock moves. */
export interface ClaimStamp {
  /** One id for the claims of one session in all its ledgers. */
  readonly id: string;
  readonly owner: ClaimOwner;
  readonly claimedAt: Instant;
  /** The sweeper need not look at it again. */
  readonly settled: boolean;
  /** When the sweeper may look at it; null once settled. */
  readonly sweepAt: Instant | null;
}

/** The entry in a coach's day ledger which makes a session exclusive. */
export interface Claim extends ClaimStamp, Session {
  /** Of holds only; by the clock of the rules. */
  readonly expiresAt?: Instant;
  /** A hold is extended once. */
  readonly extended?: boolean;
}

/**
 * The entry in a coach's places ledger which makes a numbered place exclusive. A place is for a session to come: once
 * `until` has passed it counts nowhere and may be claimed over, whatever became of the booking. R1.
 */
export interface PlaceClaim extends ClaimStamp {
  readonly place: number;
  /** End of the session by the clock of the rules; null, or absent from what is older, without a time. */
  readonly until?: Instant | null;
  /** Of holds only; by the clock of the rules. */
  readonly expiresAt?: Instant;
  /** A hold is extended once. */
  readonly extended?: boolean;
  /** Of the move that wrote it last: only a writer with it settles the claim. Absent from what no move has touched. */
  readonly turn?: string;
}

/** The name of a claim in a booking: only named claims stay. */
export interface ClaimRef {
  readonly id: string;
  /** Ids of the ledgers that hold it. */
  readonly ledgers: readonly string[];
}

/** A writer that has not recorded its booking after so long is taken for dead. */
export const BOOKING_SWEEP_AFTER = 2 * MINUTE;
/** A hold outlives its expiry until it is claimed over, but not for ever. */
export const HOLD_SWEEP_AFTER = DAY;

/**
 * The raw time of one meets the padded time of the other, either way round; so of two buffers the larger counts. Rule 6
 * of time.
 */
export function sessionsConflict(a: Session, b: Session): boolean {
  return (
    overlaps(a, { start: b.paddedStart, end: b.paddedEnd }) || overlaps(b, { start: a.paddedStart, end: a.paddedEnd })
  );
}

/** A hold that ran out stands until it is claimed over, but it stops no one. A booking's claim never runs out. */
export function isRunOut({ owner, expiresAt }: Pick<Claim, 'owner' | 'expiresAt'>, now: Instant): boolean {
  return owner.kind === 'hold' && (expiresAt ?? 0) <= now;
}

/** Whether the claim keeps its place from others. */
export function keepsPlace(claim: PlaceClaim, now: Instant): boolean {
  return !isRunOut(claim, now) && (claim.until ?? Infinity) > now;
}

/** The places that are taken at `now`, but those of these owners. */
export function takenPlaces(
  claims: readonly PlaceClaim[],
  now: Instant,
  exceptOwners: readonly string[] = [],
): PlaceClaim[] {
  return claims.filter((claim) => keepsPlace(claim, now) && !exceptOwners.includes(claim.owner.id));
}

/** The number of taken places of a coach: by bookings to come, and by live holds. */
export interface PlaceCount {
  readonly booked: number;
  readonly held: number;
}

export function countedPlaces(
  claims: readonly PlaceClaim[],
  now: Instant,
  exceptOwners: readonly string[] = [],
): PlaceCount {
  const taken = takenPlaces(claims, now, exceptOwners);
  const booked = taken.filter(({ owner }) => owner.kind === 'booking').length;
  return { booked, held: taken.length - booked };
}

/** Two ends of which the later counts; null is later than all. */
export function laterEnd(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : latest(a, b);
}

/** The two take place at the same time. Buffers do not count: what was agreed may come nearer (R15, R38). */
export function sessionsOverlap(a: Session, b: Session): boolean {
  return overlaps(a, b);
}

/** The claim stops this session of another owner; with `conflict` by another rule than the one of buffers. */
export function claimBlocks(
  claim: Claim,
  session: Session,
  exceptOwners: readonly string[],
  now: Instant,
  conflict = sessionsConflict,
): boolean {
  return !exceptOwners.includes(claim.owner.id) && !isRunOut(claim, now) && conflict(claim, session);
}

/** The UTC days, `YYYY-MM-DD`, that [from, to) touches, in order. */
export function utcDays(from: Instant, to: Instant): string[] {
  const days: string[] = [];
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) days.push(fromEpochDay(day));
  return days;
}

/** Of a resource: a coach, or a member of staff. */
export function dayLedger(resourceId: string, day: string): string {
  return `${resourceId}:${day}`;
}
export function placesLedger(coachId: string): string {
  return `${coachId}:places`;
}
export function busyLedger(coachId: string): string {
  return `${coachId}:busy`;
}

export function headLedger(coachId: string): string {
  return `${coachId}:head`;
}

/** The ledgers of one resource that a session claims, in order. */
export function ledgersOf(resourceId: string, session: Session): string[] {
  return utcDays(session.paddedStart, session.paddedEnd).map((day) => dayLedger(resourceId, day));
}

/**
 * The claim id of a new booking or hold: the same for every retry of the same session, so that a retry replaces its own
 * claim; another one when the service's length or buffers changed in between, so that it does not shrink a claim which
 * a booking names.
 */
export function claimIdOf(ownerId: string, session: Session): string {
  return [
    ownerId,
    ...[session.start, session.end, session.paddedStart, session.paddedEnd].map((instant) => instant.toString(36)),
  ].join('.');
}

/** The calendars that a session is in: the coach's, and that of the assigned member of staff. */
export interface Resources {
  readonly coachId: string;
  readonly staffId?: string | undefined;
}

/**
 * Returns the claims of a session. In the member of staff's calendar its claim has an id of its own, so that it can be
 * released while the coach's stays: claims are taken off a booking's `releasing` by id.
 */
export function timeRefs(claimId: string, { coachId, staffId }: Resources, session: Session): ClaimRef[] {
  return [
    { id: claimId, ledgers: ledgersOf(coachId, session) },
    ...(staffId === undefined ? [] : [{ id: `${claimId}.${staffId}`, ledgers: ledgersOf(staffId, session) }]),
  ];
}

/** A claim in the calendar of this resource. */
export function isClaimOf(resourceId: string, { ledgers }: ClaimRef): boolean {
  return ledgers.some((ledgerId) => ledgerId.startsWith(`${resourceId}:`));
}

/**
 * The place claim of a new booking or hold; with a version, of a booking that had none at that version. So all who move
 * it at once ask for one place.
 */
export function placeClaimIdOf(ownerId: string, version?: number): string {
  return version === undefined ? `${ownerId}.place` : `${ownerId}.place.${version}`;
}

export function refsInclude(refs: readonly ClaimRef[], claimId: string, ledgerId: string): boolean {
  return refs.some(({ id, ledgers }) => id === claimId && ledgers.includes(ledgerId));
}
