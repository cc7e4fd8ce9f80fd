import type { PickableSlot } from '@coach-booking/sdk';

export type DayPart = 'morning' | 'afternoon' | 'evening';

/** Slots that belong under one heading, in order. */
export interface SlotGroup {
  readonly part: DayPart;
  readonly slots: readonly PickableSlot[];
}

const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening'];

/** Before noon, before 17:00, and after, on the visitor's wall. */
export const partOf = (hour: number): DayPart => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');

/** The slots of a day under their headings; headings without slots are absent. `hourOf` gives the hour (0–23) in the visitor's zone. */
export function slotGroups(slots: readonly PickableSlot[], hourOf: (instant: string) => number): SlotGroup[] {
  return parts
    .map((part) => ({ part, slots: slots.filter((slot) => partOf(hourOf(slot.start)) === part) }))
    .filter((group) => group.slots.length > 0);
}

/** The one slot that Tab reaches: where the keyboard is, else the first free one, else the first. */
export const tabbableSlot = (slots: readonly PickableSlot[], cursor: string | null): string | undefined =>
  (slots.find((slot) => slot.start === cursor) ?? slots.find((slot) => slot.status === 'available') ?? slots[0])?.start;

/** Where a key leads in the list; null when it means nothing here. In right-to-left text the left and right arrows change places. */
export function moveSlot(slots: readonly PickableSlot[], from: string, key: string, rtl: boolean): string | null {
  const at = slots.findIndex((slot) => slot.start === from);
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const target =
    key === 'ArrowDown' || key === forward ? at + 1 : key === 'ArrowUp' || key === back ? at - 1 : key === 'Home' ? 0 : key === 'End' ? slots.length - 1 : null;
  return target === null ? null : (slots[Math.min(Math.max(target, 0), slots.length - 1)]?.start ?? null);
}

/**
 * Why a shown day has no free slot, as a block code: `booked` when somebody else has them, `break` when it is all break, `unavailable`
 * when the coach is away or it is too late, `outside_hours` when there are no starts at all. Null when one is free.
 */
export function dayReason(slots: readonly PickableSlot[]): 'booked' | 'break' | 'unavailable' | 'outside_hours' | null {
  const has = (status: PickableSlot['status']) => slots.some((slot) => slot.status === status);
  if (has('available')) return null;
  return has('booked') ? 'booked' : has('unavailable') ? 'unavailable' : has('break') ? 'break' : 'outside_hours';
}
