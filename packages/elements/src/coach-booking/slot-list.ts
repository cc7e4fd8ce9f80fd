import type { PickableSlot } from '@coach-booking/sdk';

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** The slots under one heading, in order. */
export interface SlotGroup {
  readonly part: DayPart;
  readonly slots: readonly PickableSlot[];
}

const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening'];

/** Returns the part of the day: before noon, before 17:00, or after, by the clock of the visitor's zone. */
export function partOf(hour: number): DayPart {
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
}

/**
 * Returns the slots of a day by heading; headings without slots are absent. `hourOf` returns the hour (0–23) in the
 * visitor's zone.
 */
export function slotGroups(slots: readonly PickableSlot[], hourOf: (instant: string) => number): SlotGroup[] {
  return parts
    .map((part) => ({ part, slots: slots.filter((slot) => partOf(hourOf(slot.start)) === part) }))
    .filter((group) => group.slots.length > 0);
}

/** Whether it can be booked. */
export const isFree = (slot: PickableSlot): boolean => slot.status === 'available';

/** Returns the stretches of slots that are not shown: those after each other without a gap, with one status. */
export function stretchesOf(
  slots: readonly PickableSlot[],
  isShown: (slot: PickableSlot) => boolean = isFree,
): PickableSlot[][] {
  const stretches: PickableSlot[][] = [];
  let last: PickableSlot | undefined;
  for (const slot of slots) {
    const goesOn = last?.status === slot.status && last.end >= slot.start;
    const isFolded = !isShown(slot);
    if (isFolded) (goesOn ? stretches.at(-1)! : stretches[stretches.push([]) - 1]!).push(slot);
    last = isFolded ? slot : undefined;
  }
  return stretches;
}

/** Returns when the time of a slot ends for the reader: with it, or before, where another of the day begins. */
export function endOf(slot: PickableSlot, day: readonly PickableSlot[]): string {
  const next = day[day.indexOf(slot) + 1];
  return next && next.start < slot.end ? next.start : slot.end;
}

/** Returns the one time that Tab reaches: the focused one, else the first free one. */
export function tabbableSlot(slots: readonly PickableSlot[], cursor: string | null): string | undefined {
  return (slots.find(({ start }) => start === cursor) ?? slots.find(isFree))?.start;
}
