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

/** Returns the one slot that Tab reaches: the focused one, else the first free one, else the first. */
export function tabbableSlot(slots: readonly PickableSlot[], cursor: string | null): string | undefined {
  return (slots.find((slot) => slot.start === cursor) ?? slots.find((slot) => slot.status === 'available') ?? slots[0])
    ?.start;
}
