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

/** Whether nothing asks before the page is left; a part that asks calls `go` afterwards. */
export function mayLeave(go: () => void): boolean {
  const event: Leaving = new CustomEvent('coach-desk-leave', { cancelable: true, detail: { go } });
  return dispatchEvent(event);
}

/** Goes there, unless a part has to ask first. */
export function leaveTo(go: () => void): void {
  if (mayLeave(go)) go();
}
