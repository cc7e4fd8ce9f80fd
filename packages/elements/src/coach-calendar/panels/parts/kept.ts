import type { Panel, View } from './seam.ts';

/**
 * What a panel keeps while it is open: what was typed, which form it shows. A panel that is opened again as the same
 * object has it back.
 */
export interface Kept<T> {
  readonly value: T;
  /** Changes it and draws again. */
  set(change: Partial<T>): void;
}

const memory = new WeakMap<Panel, unknown>();

/** The memory of a panel, made by `first` when it is drawn for the first time. Plain data, replaced for each change. */
export function keptOf<T extends object>(panel: Panel, view: View, first: () => T): Kept<T> {
  if (!memory.has(panel)) memory.set(panel, first());
  return {
    get value() {
      return memory.get(panel) as T;
    },
    set(change) {
      memory.set(panel, { ...(memory.get(panel) as T), ...change });
      view.redraw();
    },
  };
}
