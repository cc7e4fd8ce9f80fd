import type { Panel, View } from './panel.ts';

/**
 * What a panel keeps while it is open: what was typed, which form it shows. A panel that is opened again as the same
 * object has it back.
 */
export interface FormState<T> {
  readonly value: T;
  /** Changes it and draws again. */
  set(change: Partial<T>): void;
}

const states = new WeakMap<Panel, unknown>();

/**
 * Returns the memory of a panel, made by `first` when it is drawn for the first time. Plain data, replaced for each
 * change.
 */
export function formStateOf<T extends object>(panel: Panel, view: View, first: () => T): FormState<T> {
  if (!states.has(panel)) states.set(panel, first());
  return {
    get value() {
      return states.get(panel) as T;
    },
    set(change) {
      states.set(panel, { ...(states.get(panel) as T), ...change });
      view.redraw();
    },
  };
}
