import { isChanged } from './form-state.ts';
import type { Panel, View } from './panel.ts';

interface Question {
  /** What leaving means. */
  readonly out: () => void;
  /** What had the keyboard, and has it again when one stays. */
  readonly from: HTMLElement | null;
}

/** The panels that wait for an answer. */
const questions = new WeakMap<Panel, Question>();

/** Returns whether a panel waits for the answer whether its typed work may be discarded. */
export const isAsked = (panel: Panel): boolean => questions.has(panel);

/** Leaves a panel, or asks first where something was typed that is not stored. M12. */
export function leave({ element, panel, redraw }: View, out: () => void): void {
  if (!panel || !isChanged(panel)) return out();
  const from = (element.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  questions.set(panel, { out, from });
  redraw();
}

/**
 * Leaves a panel from outside of it: by Escape, or by a press beside it. Where that would lose what was typed in the
 * panel from which it was opened, that one is shown.
 */
export function leaveDialog(view: View, close: () => void): void {
  const { panel, open } = view;
  if (!panel || isAsked(panel)) return stay(view);
  const then = 'then' in panel ? panel.then : undefined;
  leave(view, then && isChanged(then) ? () => open(then) : close);
}

/** Answers that the panel stays: everything is as it was. */
export function stay({ panel, redraw }: View): void {
  const from = panel && questions.get(panel)?.from;
  if (panel) questions.delete(panel);
  redraw();
  // What had the keyboard was hidden until it is drawn again.
  requestAnimationFrame(() => from?.focus());
}

/** Answers that the typed work is discarded. */
export function discard({ panel }: View): void {
  const out = panel && questions.get(panel)?.out;
  if (panel) questions.delete(panel);
  out?.();
}
