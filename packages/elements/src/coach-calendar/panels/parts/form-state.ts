import type { Panel, View } from './panel.ts';

/**
 * The state of an open panel: the typed values, the shown form. A panel that is opened again as the same object has it
 * again.
 */
export interface FormState<T> {
  readonly value: T;
  /** Changes the state and draws again. */
  set(change: Partial<T>): void;
}

/** Decides whether closing a panel would lose typed work, from its present state and its first one. */
type IsChanged<T> = (value: T, first: T) => boolean;

interface StoredState {
  readonly first: object;
  value: object;
  isChanged: IsChanged<object>;
}

const states = new WeakMap<Panel, StoredState>();

/**
 * Returns the state of a panel, created by `first` at its first drawing. Plain data, replaced for each change.
 * `isChanged` returns whether it holds typed work; without it, it never does.
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

/** Returns whether a panel holds typed work that is not stored, as of its last drawing. */
export function isChanged(panel: Panel | undefined): boolean {
  const stored = panel && states.get(panel);
  return !!stored && stored.isChanged(stored.value, stored.first);
}

/** Returns whether two forms differ in one of these fields. */
export function differsIn<T>(names: readonly (keyof T)[], one: T, other: T): boolean {
  return names.some((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
}
