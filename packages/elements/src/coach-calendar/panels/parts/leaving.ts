import { isChanged } from './form-state.ts';
import type { Panel, View } from './panel.ts';

interface Question {
  /** The action that leaves the panel. */
  readonly out: () => void;
  /** The element that had the focus, and has it again when the panel stays. */
  readonly from: HTMLElement | null;
}

/** The panels that wait for an answer. */
const questions = new WeakMap<Panel, Question>();

/** Returns whether a panel waits for the answer whether its typed work may be discarded. */
export const isAsked = (panel: Panel): boolean => questions.has(panel);

/** Leaves a panel; asks first where it holds typed work that is not stored. M12. */
export function leave({ element, panel, redraw }: View, out: () => void): void {
  if (!panel || !isChanged(panel)) return out();
  const from = (element.shadowRoot?.activeElement ?? null) as HTMLElement | null;
  questions.set(panel, { out, from });
  redraw();
}

/**
 * Leaves a panel from outside of it: by Escape, or by a press beside it. Where that would lose typed work in the panel
 * from which it was opened, that panel is shown.
 */
export function leaveDialog(view: View, close: () => void): void {
  const { panel, open } = view;
  if (!panel || isAsked(panel)) return stay(view);
  const then = 'then' in panel ? panel.then : undefined;
  leave(view, then && isChanged(then) ? () => open(then) : close);
}

/** Answers that the panel stays: everything is as before. */
export function stay({ panel, redraw }: View): void {
  const from = panel && questions.get(panel)?.from;
  if (panel) questions.delete(panel);
  redraw();
  // The element that had the focus was hidden until it is drawn again.
  requestAnimationFrame(() => from?.focus());
}

/** Answers that the typed work is discarded. */
export function discard({ panel }: View): void {
  const out = panel && questions.get(panel)?.out;
  if (panel) questions.delete(panel);
  out?.();
}
