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

/** Decides whether closing a panel would lose something, from its memory now and when the panel came. */
type IsChanged<T> = (value: T, first: T) => boolean;

interface StoredState {
  readonly first: object;
  value: object;
  isChanged: IsChanged<object>;
}

const states = new WeakMap<Panel, StoredState>();

/**
 * Returns the memory of a panel, made by `first` when it is drawn for the first time. Plain data, replaced for each
 * change. `isChanged` says whether it holds typed work; without it, it never does.
 */
export function formStateOf<T extends object>(
  panel: Panel,
  view: View,
  first: () => T,
  isChanged: IsChanged<T> = () => false,
): FormState<T> {
  const stored = states.get(panel) ?? storedFrom(first());
  states.set(panel, stored);
  stored.isChanged = isChanged as IsChanged<object>;
  return {
    get value() {
      return stored.value as T;
    },
    set(change) {
      stored.value = { ...stored.value, ...change };
      view.redraw();
    },
  };
}

const storedFrom = (first: object): StoredState => ({ first, value: first, isChanged: () => false });

/** Returns whether a panel holds typed work that is not stored, as it was drawn last. */
export function isChanged(panel: Panel | undefined): boolean {
  const stored = panel && states.get(panel);
  return !!stored && stored.isChanged(stored.value, stored.first);
}

/** Returns whether two forms differ in one of these fields. */
export function differsIn<T>(names: readonly (keyof T)[], one: T, other: T): boolean {
  return names.some((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
