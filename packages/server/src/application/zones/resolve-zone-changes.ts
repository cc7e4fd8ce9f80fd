import { overlaps } from '@coach-booking/time/range';
import { note, type AuditDeps } from '../audit/note.ts';
import { rescheduleBooking, type RescheduleBookingNeeds } from '../bookings/reschedule-booking.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf, OutputOf } from '../kernel/contract.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import {
  readZoneChanges,
  type ChangedBooking,
  type ChangedTimeOff,
  type KnownChange,
  type ReadZoneChangesNeeds,
} from './read-zone-changes.ts';

type ResolveZoneChangesNeeds = AuditDeps & ChangeHeadNeeds & RescheduleBookingNeeds & ReadZoneChangesNeeds;
type Resolved = OutputOf<'resolveZoneChanges'>['data'];
type ShiftOptions = Pick<InputOf<'resolveZoneChanges'>, 'reason' | 'notify'>;

/**
 * Returns the bookings that move earlier, the earliest first, then those that move later, the latest first: each moves
 * into time that was just left.
 */
const inOrder = (changes: readonly ChangedBooking[]): readonly ChangedBooking[] => {
  const isEarlier = ({ range, shifted }: ChangedBooking) => shifted.start < range.start;
  return [...changes.filter(isEarlier), ...changes.filter((change) => !isEarlier(change)).reverse()];
};

const idsOf = (changes: readonly KnownChange[]): string[] => changes.map(({ id }) => id);

/** Returns why it was refused; undefined when it was not. Throws every other error. */
const refusalIn = async (attempt: Promise<unknown>): Promise<Refusal | undefined> => {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
};

/** In a dry run nothing leaves its time: whether what stands in the way of this one would have left before. */
const isMadeFree = (refusal: Refusal, change: KnownChange, moved: readonly KnownChange[]): boolean =>
  refusal.code === 'SLOT_TAKEN' && moved.some(({ range }) => overlaps(range, change.shifted));

const shiftBooking = (
  core: ResolveZoneChangesNeeds,
  context: Context,
  { id, booking: { version }, shifted }: ChangedBooking,
  { reason, notify }: ShiftOptions,
): Promise<unknown> =>
  rescheduleBooking(core)(context, {
    id,
    version,
    start: instantText(shifted.start),
    override: true,
    ...present({ reason, notify }),
  });

/** Moves the absences in one write; one that has changed since it was read stays. */
const shiftTimeOff = (
  core: ResolveZoneChangesNeeds,
  context: Context,
  coach: string,
  changes: readonly ChangedTimeOff[],
): Promise<unknown> =>
  changeHead(core, context, coach, ({ timeOff }) => ({
    timeOff: timeOff.map((absence) => {
      const change = changes.find(({ id }) => id === absence.id);
      const isAsItWas = change?.range.start === absence.start && change.range.end === absence.end;
      return isAsItWas ? { ...absence, ...change.shifted } : absence;
    }),
  }));

/** Shifts what can be shifted. Each leaves the list as soon as it has moved. */
const shiftAll = async (
  core: ResolveZoneChangesNeeds,
  context: Context,
  coachId: string,
  changes: readonly KnownChange[],
  options: ShiftOptions,
): Promise<Resolved> => {
  const shifted: KnownChange[] = [];
  const left: Resolved['left'] = [];
  const attempt = async (some: readonly KnownChange[], moving: Promise<unknown>): Promise<void> => {
    const refusal = await refusalIn(moving);
    if (refusal && !(context.dryRun && some.every((each) => isMadeFree(refusal, each, shifted)))) {
      const { code, detail: message } = refusal;
      left.push(...some.map(({ id, kind }) => ({ id, kind, code, message })));
      return;
    }
    shifted.push(...some);
    if (!context.dryRun) await core.zoneChanges.remove(scopeOf(context), coachId, idsOf(some));
  };
  const absences = changes.filter((change) => change.kind === 'time_off');
  if (absences.length > 0) await attempt(absences, shiftTimeOff(core, context, coachId, absences));
  for (const change of inOrder(changes.filter((each) => each.kind === 'booking')))
    await attempt([change], shiftBooking(core, context, change, options));
  return { shifted: idsOf(shifted), kept: [], left };
};

/**
 * Shifts all that the law of the coach's zone has moved back to the wall-clock time that was agreed, each as its own
 * move, or takes it from the list as it is. Sent again it goes on; two at once move nothing twice. Throws
 * COACH_NOT_FOUND.
 */
export const resolveZoneChanges: UseCase<'resolveZoneChanges', ResolveZoneChangesNeeds> =
  (core) => async (context, input) => {
    const { head } = await readCoach(core, context, input.coach);
    const changes = await readZoneChanges(core, context, head);
    if (changes.length === 0) return { data: { shifted: [], kept: [], left: [] } };
    const isShift = input.action === 'shift';
    if (!context.dryRun)
      await note(core, context, isShift ? 'zone_changes.shifted' : 'zone_changes.kept', { kind: 'coach', id: head.id });
    if (isShift) return { data: await shiftAll(core, context, head.id, changes, input) };
    const kept = idsOf(changes);
    if (!context.dryRun) await core.zoneChanges.remove(scopeOf(context), head.id, kept);
    return { data: { shifted: [], kept, left: [] } };
  };
