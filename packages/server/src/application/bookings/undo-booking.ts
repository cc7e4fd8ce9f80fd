import { stepToUndo } from '../../domain/booking/actions.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import { placesLedger, type ClaimRef } from '../../domain/booking/claim.ts';
import { isActive } from '../../domain/booking/status.ts';
import { MAX_PLACES } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { releaseNamed } from '../claiming/release.ts';
import { takePlace } from '../claiming/take.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { recordOf } from './booking-event.ts';
import { bookingView } from './booking-view.ts';
import { changeBooking, type BookingAttempt, type ChangeBookingNeeds } from './change-booking.ts';
import { contactOf } from '../people/contacts.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import { checkVersion, versionConflict } from './find-booking.ts';
import { freePlace } from './free-place.ts';
import { recordChange, type RecordChangeNeeds } from './record-change.ts';

type UndoBookingNeeds = Pick<Core, 'newId' | 'pause' | 'coaches'> &
  ChangeBookingNeeds &
  FindBookingNeeds &
  RecordChangeNeeds;

/**
 * Claims the place that was given back, under another id than it had: the old claim may still be on its way out. Throws
 * PLACE_TAKEN, CAPACITY_FULL, VERSION_CONFLICT.
 */
const placeAgain = async (
  core: UndoBookingNeeds,
  context: Context,
  booking: Booking,
  place: number,
): Promise<ClaimRef[]> => {
  const { id, coachId, releasing, version } = booking;
  const { head, places } = await readCoach(core, context, coachId);
  const request = { capacity: head.capacity ?? MAX_PLACES, place };
  if (place > request.capacity) throw new Refusal('CAPACITY_FULL', `There is no place ${place} any more.`);
  if (context.dryRun) {
    freePlace(
      places.filter(({ owner }) => owner.id !== id),
      request,
    );
    return [];
  }
  // A crash may have left the old claim where it was, and it would be in the way.
  await releaseNamed(core, id, releasing);
  const claimId = core.newId();
  const taken = await takePlace(core, scopeOf(context), coachId, { owner: { kind: 'booking', id }, claimId }, request);
  if (typeof taken !== 'number') {
    // It may be the same undo, sent twice, that has it.
    checkVersion(await findBooking(core, context, id), version);
    throw new Refusal(taken, `Place ${place} of coach ${head.slug} cannot be had back.`);
  }
  return [{ id: claimId, ledgers: [placesLedger(coachId)] }];
};

/**
 * A caller who knows the last step knows what is undone, whatever raised the version since: a sweeper, a new link. R20.
 * Throws VERSION_CONFLICT.
 */
const checkLastStep = (booking: Booking, known: number): void => {
  const madeAt = booking.history.at(-1)?.version ?? booking.version;
  if (known < madeAt || known > booking.version) throw versionConflict(booking);
};

const undoAttempt =
  (core: UndoBookingNeeds, context: Context, known: number): BookingAttempt =>
  async (old) => {
    const { id, status, version, placeNumber } = old;
    checkLastStep(old, known);
    const step = stepToUndo(old);
    if (!step)
      throw new Refusal('NOTHING_TO_UNDO', `The last step of booking ${id} is none to undo.`, { status, version });
    const isBack = isActive(step.from) && !isActive(status);
    const claimed = isBack && placeNumber !== undefined ? await placeAgain(core, context, old, placeNumber) : [];
    const set = { status: step.from, ...(claimed.length > 0 ? { claims: [...old.claims, ...claimed] } : {}) };
    const record = recordOf(core, context, old, { type: 'undone', to: step.from });
    if (context.dryRun) return { ...old, ...set, history: [...old.history, record.history] };
    return recordChange(core, old, { change: { set, ...record }, claimed });
  };

/**
 * Takes the last confirm, start, complete or no-show back, as long as nothing came after it. Throws BOOKING_NOT_FOUND,
 * VERSION_CONFLICT, NOTHING_TO_UNDO, and PLACE_TAKEN or CAPACITY_FULL when somebody else has its place by now.
 */
export const undoBooking: UseCase<'undoBooking', UndoBookingNeeds> = (core) => async (context, input) => {
  const { id, version } = input;
  const booking = await changeBooking(core, context, { id }, undoAttempt(core, context, version));
  return { data: bookingView(booking, await contactOf(core, booking)) };
};
