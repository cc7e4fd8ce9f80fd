import { stepToUndo } from '../../domain/booking/actions.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import { placesLedger, type ClaimRef } from '../../domain/booking/claim.ts';
import { isActive } from '../../domain/booking/status.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Core } from '../ports/core.ts';
import { releaseNamed } from '../claiming/release.ts';
import { takePlace } from '../claiming/take.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { recordOf } from './booking-event.ts';
import { bookingView } from './booking-view.ts';
import { changeBooking, type BookingAttempt, type ChangeBookingNeeds } from './change-booking.ts';
import { contactOf } from '../people/contacts.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import { checkVersion, versionConflict } from './find-booking.ts';
import { freePlace } from '../claiming/free-place.ts';
import { recordChange, type RecordChangeNeeds } from './record-change.ts';

type UndoBookingNeeds = JoinUrlNeeds &
  Pick<Core, 'newId' | 'pause' | 'coaches'> &
  ChangeBookingNeeds &
  FindBookingNeeds &
  RecordChangeNeeds;

interface PlaceBack {
  readonly claimed: readonly ClaimRef[];
  /** Written anew, since it may be another than before. Absent where the coach has no limit. */
  readonly placeNumber?: number;
}

/**
 * Claims a place for the one that was given back, under another id than it had: the old claim may still be on its way
 * out. It gets its own number where that is free, else the lowest, unless the number was asked for. Throws PLACE_TAKEN,
 * CAPACITY_FULL, VERSION_CONFLICT.
 */
const placeAgain = async (core: UndoBookingNeeds, context: Context, booking: Booking): Promise<PlaceBack> => {
  const { id, coachId, releasing, version, placeNumber, placeAsked } = booking;
  const { head, places } = await readCoach(core, context, coachId);
  const { capacity } = head;
  const number = placeNumber !== undefined && placeNumber <= (capacity ?? Infinity) ? placeNumber : undefined;
  if (placeAsked && number === undefined)
    throw new Refusal('CAPACITY_FULL', `There is no place ${placeNumber} any more.`);
  const request = { capacity, ...present(placeAsked ? { place: number } : { prefer: number }) };
  const shown = (place: number) => present({ placeNumber: capacity === null ? undefined : place });
  if (context.dryRun) return { claimed: [], ...shown(freePlace(places, request, { now: context.now, alsoOwn: [id] })) };
  // A crash may have left the old claim in the ledger, where it would block this one.
  await releaseNamed(core, id, releasing);
  const wanted = { owner: { kind: 'booking', id } as const, claimId: core.newId(), until: booking.time?.end ?? null };
  const taken = await takePlace(core, scopeOf(context), coachId, wanted, request, { now: context.now });
  if (typeof taken !== 'number') {
    // The same undo, sent twice, may have the place.
    checkVersion(await findBooking(core, context, id), version);
    throw new Refusal(taken, `No place of coach ${head.slug} can be had back.`);
  }
  return { claimed: [{ id: wanted.claimId, ledgers: [placesLedger(coachId)] }], ...shown(taken) };
};

/**
 * A caller who names the last step names what is undone, whatever raised the version since: a sweeper, a new link. R20.
 * Throws VERSION_CONFLICT.
 */
const checkLastStep = (booking: Booking, known: number): void => {
  const madeAt = booking.history.at(-1)?.version ?? booking.version;
  if (known < madeAt || known > booking.version) throw versionConflict(booking);
};

const undoAttempt =
  (core: UndoBookingNeeds, context: Context, known: number): BookingAttempt =>
  async (old) => {
    const { id, status, version, time } = old;
    checkLastStep(old, known);
    const step = stepToUndo(old, context.now);
    if (!step)
      throw new Refusal('NOTHING_TO_UNDO', `The last step of booking ${id} is none to undo.`, { status, version });
    // What is over needs no place any more, so it is never refused for one. R2.
    const isBack = isActive(step.from) && !isActive(status) && (time === undefined || time.end > context.now);
    const { claimed, ...place } = isBack ? await placeAgain(core, context, old) : { claimed: [] };
    const set = {
      status: step.from,
      ...place,
      ...(claimed.length > 0 ? { claims: [...old.claims, ...claimed] } : {}),
    };
    const record = recordOf(core, context, old, { type: 'undone', to: step.from });
    if (context.dryRun) return { ...old, ...set, history: [...old.history, record.history] };
    return recordChange(core, old, { change: { set, ...record }, claimed });
  };

/**
 * Takes back the last confirm, start, complete or no-show, as long as it is the last entry of the history. Throws
 * BOOKING_NOT_FOUND, VERSION_CONFLICT, NOTHING_TO_UNDO, and PLACE_TAKEN or CAPACITY_FULL when another booking has its
 * place.
 */
export const undoBooking: UseCase<'undoBooking', UndoBookingNeeds> = (core) => async (context, input) => {
  const { id, version } = input;
  const booking = await changeBooking(core, context, { id }, undoAttempt(core, context, version));
  return { data: bookingView(core, booking, await contactOf(core, booking)) };
};
