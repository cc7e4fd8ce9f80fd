/**
 * Asked on the window before the desk shows another page. A part with something to lose prevents it, asks, and
 * continues by `go`.
 */
export type Leaving = CustomEvent<{ readonly go: () => void }>;

declare global {
  interface WindowEventMap {
    'coach-desk-leave': Leaving;
  }
}

/** Goes there, unless a part has to ask first. */
export function leaveTo(go: () => void): void {
  const event: Leaving = new CustomEvent('coach-desk-leave', { cancelable: true, detail: { go } });
  if (dispatchEvent(event)) go();
}
