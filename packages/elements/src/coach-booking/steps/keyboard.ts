import type { PickableSlot } from '@coach-booking/sdk';
import { dateByKey } from '../../internal/dates/date-by-key.ts';
import { addDays, monthOf } from '@coach-booking/time/dates';
import type { PlainDate, PlainMonth } from '../../internal/dates/plain-date.ts';
import type { PickerIntents } from '../picker.ts';
import type { View } from '../view.ts';

/** The rules of the grid that the keyboard follows. */
export interface GridRules {
  readonly today: PlainDate;
  /** 0 is Sunday. */
  readonly firstWeekday: number;
  readonly rtl: boolean;
}

/** The last day that the keyboard reaches; the longest booking window is 730 days. */
const LAST_DAY = 731;

/**
 * Returns the date to which a key leads (ARIA date-picker grid), never before today or beyond two years; null for a key
 * without a meaning here. In right-to-left text the left and right arrows change places.
 */
export function moveDay(
  date: PlainDate,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  rules: GridRules,
): PlainDate | null {
  const { today } = rules;
  const target = dateByKey(date, key, rules, shiftKey ? 12 : 1);
  const last = addDays(today, LAST_DAY);
  return target && (target < today ? today : target > last ? last : target);
}

/**
 * Returns the slot to which a key leads along the list; null for a key without a meaning here. In right-to-left text
 * the left and right arrows change places.
 */
export function moveSlot(
  slots: readonly Pick<PickableSlot, 'start'>[],
  from: string,
  key: string,
  rtl: boolean,
): string | null {
  const at = slots.findIndex((slot) => slot.start === from);
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const target =
    key === forward ? at + 1 : key === back ? at - 1 : key === 'Home' ? 0 : key === 'End' ? slots.length - 1 : null;
  return target === null ? null : (slots[Math.min(Math.max(target, 0), slots.length - 1)]?.start ?? null);
}

/**
 * Returns the nearest button of the next row above or below, as they lie on the screen: times stand in as many columns
 * as there is room for. Undefined in the last row.
 */
function inNextRow(buttons: readonly HTMLElement[], from: HTMLElement, isDown: boolean): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  const away = (button: HTMLElement) => {
    const { top, left } = button.getBoundingClientRect();
    return { button, rows: isDown ? top - own.top : own.top - top, columns: Math.abs(left - own.left) };
  };
  const others = buttons.map(away).filter(({ rows }) => rows > 1);
  return others.sort((a, b) => a.rows - b.rows || a.columns - b.columns)[0]?.button;
}

/** Handles a key in the month's grid: moves the focus to the day that it leads to, also into another month. */
export function dayKey(
  event: KeyboardEvent,
  view: View,
  month: PlainMonth,
  rules: GridRules,
  { showMonth }: PickerIntents,
): void {
  const { date } = (event.target as HTMLElement).dataset;
  const to = date && moveDay(date, event, rules);
  if (!to) return;
  event.preventDefault();
  view.setUi({ cursor: to });
  if (monthOf(to) !== month) showMonth(monthOf(to));
  view.focus(`[data-date="${to}"]`);
}

/** Handles a key in the list of times: moves the focus to the start that it leads to, but into no folded line. */
export function slotKey(event: KeyboardEvent, view: View): void {
  const button = (event.target as HTMLElement).closest('button');
  const from = button?.dataset['start'];
  if (!from) return;
  const { key } = event;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-start]')].filter(
    (one) => !one.closest('details:not([open])'),
  );
  const starts = all.map(({ dataset }) => ({ start: dataset['start']! }));
  const to = /^Arrow(Down|Up)$/.test(key)
    ? (inNextRow(all, button, key === 'ArrowDown')?.dataset['start'] ?? from)
    : moveSlot(starts, from, key, view.rtl);
  if (!to) return;
  event.preventDefault();
  view.setUi({ slotCursor: to });
  view.focus(`[data-start="${to}"]`);
}
