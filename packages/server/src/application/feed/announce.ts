import type { Booking } from '../../domain/booking/booking.ts';
import { takenPlaces, type ClaimRef } from '../../domain/booking/claim.ts';
import { isIncentiveLedger } from '../../domain/incentive/incentive.ts';
import type { HintKind } from '../../domain/live/hint.ts';
import { touchedDates } from '../../domain/live/touched-dates.ts';
import { parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { DAY } from '@coach-booking/time/units';
import type { CoachCache } from '../ports/coach-cache.ts';
import type { Deps } from '../ports/deps.ts';
import type { CoachRead } from '../ports/ledgers.ts';
import { present } from '../kernel/present.ts';

/** A change that the watchers of a coach are notified of. */
export interface Change {
  readonly coachId: string;
  readonly kind: HintKind;
  /** The ranges it touches. Empty: any date may be touched. */
  readonly ranges: readonly Range<Instant>[];
  readonly holdId?: string | undefined;
  /** A numbered place may have been taken or freed with it. */
  readonly hasPlace?: boolean;
  /** Of a hold that begins: real time. */
  readonly until?: Instant | undefined;
}

/** Returns the change of a booking: its times before and after. */
export function changeOfBooking(booking: Booking, before: Booking = booking): Change {
  return {
    coachId: booking.coachId,
    kind: 'booking',
    ranges: [before, booking].flatMap(({ time }) => time ?? []),
    hasPlace: [before, booking].some(({ placeNumber }) => placeNumber !== undefined),
  };
}

/** The needs of announcing; with the cache it rarely has to read. */
export type AnnounceDeps = Pick<Deps, 'feeds' | 'ledgers' | 'realNow'> & { readonly cache?: CoachCache };

/** Returns whether the last place was taken or freed: every date depends on it. */
const isLastPlace = ({ head, places }: CoachRead, now: Instant): boolean =>
  head !== null && head.capacity !== null && takenPlaces(places, now).length >= head.capacity - 1;

/** Appends the change to the coach's feed, with the dates of the coach's zone. A deleted coach has no watchers. */
export async function publishChange(
  deps: AnnounceDeps,
  { coachId, kind, ranges, hasPlace, holdId, until }: Change,
): Promise<void> {
  const seen = deps.cache?.lastSeen(coachId);
  // Without a limit there is no last place.
  const known = hasPlace && seen?.capacity !== null ? undefined : seen;
  const read = known ? null : await deps.ledgers.read(coachId, []);
  const head = known ?? read?.head;
  if (!head) return;
  const { partnerId, mode } = head;
  const dates = hasPlace && read && isLastPlace(read, deps.realNow()) ? [] : touchedDates(head, ranges);
  await deps.feeds.publish({ partnerId, mode }, coachId, [
    { kind, dates, at: deps.realNow(), ...present({ holdId, until }) },
  ]);
}

/**
 * Publishes a change after its acknowledged write, in the background: it neither delays the answer nor fails it. When
 * the process dies before, the sweeper publishes what it finds unsettled.
 */
export function announce(core: AnnounceDeps & Pick<Deps, 'background'>, change: Change): void {
  return core.background.add(publishChange(core, change));
}

/** Parses a ledger's name, as claims carry it: `<coachId>:<UTC day>`, or of places, which have no date. */
const parts = (ledgerId: string): readonly [coachId: string, range: readonly Range<Instant>[]] => {
  const [coachId = '', day = ''] = ledgerId.split(':');
  const start = parseInstant(`${day}T00:00:00Z`);
  return [coachId, Number.isNaN(start) ? [] : [{ start, end: plus(start, DAY) }]];
};

/**
 * Returns the change of claims that were made or released: the days of their ledgers. Null without claims of a coach's
 * time or places.
 */
export function changeOfClaims(refs: readonly ClaimRef[], kind: HintKind): Change | null {
  const ledgers = [...new Set(refs.flatMap(({ ledgers }) => ledgers))]
    .filter((id) => !isIncentiveLedger(id))
    .map(parts);
  const [first] = ledgers;
  if (!first) return null;
  const dated = ledgers.flatMap(([, range]) => range);
  return { coachId: first[0], kind, ranges: dated.length < ledgers.length ? [] : dated };
}
