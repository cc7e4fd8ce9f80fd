import type { PickableSlot } from '@coach-booking/sdk';

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** Slots that belong under one heading, in order. */
export interface SlotGroup {
  readonly part: DayPart;
  readonly slots: readonly PickableSlot[];
}

const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening'];

/** Returns the part of the day: before noon, before 17:00, and after, on the visitor's wall. */
export function partOf(hour: number): DayPart {
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
}

/**
 * Returns the slots of a day under their headings; headings without slots are absent. `hourOf` gives the hour (0–23) in
 * the visitor's zone.
 */
export function slotGroups(slots: readonly PickableSlot[], hourOf: (instant: string) => number): SlotGroup[] {
  return parts
    .map((part) => ({ part, slots: slots.filter((slot) => partOf(hourOf(slot.start)) === part) }))
    .filter((group) => group.slots.length > 0);
}

/** Returns the one slot that Tab reaches: where the keyboard is, else the first free one, else the first. */
export function tabbableSlot(slots: readonly PickableSlot[], cursor: string | null): string | undefined {
  return (slots.find((slot) => slot.start === cursor) ?? slots.find((slot) => slot.status === 'available') ?? slots[0])
    ?.start;
}
