import type { DirectiveResult } from 'lit/directive.js';
import { ref } from 'lit/directives/ref.js';

/** A callback for an element that was attached; it returns the callback for its removal. */
export type OnAttach<Owner> = (owner: Owner, element: HTMLElement) => () => void;

/** Lit takes another callback for another element, so each owner has its own. */
const callbacks = new WeakMap<object, (element?: Element) => void>();

/**
 * Lit's `ref` with an end: calls `onAttach` when its element was attached, and the function that this returned when the
 * element was removed. An owner has one such element at a time, and the first `onAttach` given for it counts. Nothing
 * is called during a drawing, nor for an element that is only moved.
 */
export function attached<Owner extends object>(owner: Owner, onAttach: OnAttach<Owner>): DirectiveResult {
  if (!callbacks.has(owner)) callbacks.set(owner, callbackFor(owner, onAttach));
  return ref(callbacks.get(owner));
}

function callbackFor<Owner>(owner: Owner, onAttach: OnAttach<Owner>): (element?: Element) => void {
  let latest: Element | undefined;
  let known: Element | undefined;
  let gone: (() => void) | undefined;
  return (element) => {
    latest = element;
    queueMicrotask(() => {
      if (latest === known) return;
      gone?.();
      known = latest;
      gone = known && onAttach(owner, known as HTMLElement);
    });
  };
}
