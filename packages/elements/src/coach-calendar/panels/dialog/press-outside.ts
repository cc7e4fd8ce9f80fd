import type { OnAttach } from '../parts/attached.ts';
import { isAsked, leaveDialog } from '../parts/leaving.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Stops the rest of the press under way, so that it has no other effect on the page. */
function stopPress(types: readonly string[]): void {
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  for (const type of types)
    addEventListener(
      type,
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        if (type === 'click') end.abort();
      },
      options,
    );
  addEventListener('pointerdown', () => end.abort(), options);
}

/**
 * Leaves a popover by a press outside of it, and by Escape there. A press on an empty time does only that; one on a
 * booking or a button has its own effect too, unless there is a question about typed work.
 */
export function leaveByPress(panel: Panel, outer: View, close: () => void): OnAttach<object> {
  const view = { ...outer, panel };
  return (_, layer) => {
    const end = new AbortController();
    const { signal } = end;
    const isInside = (event: Event) => event.composedPath().includes(layer);
    const pressed = (event: PointerEvent) => {
      if (isInside(event)) return;
      const at = event.composedPath()[0] as Element;
      leaveDialog(view, close);
      if (isAsked(panel)) {
        event.stopPropagation();
        return stopPress(['mousedown', 'pointerup', 'click']);
      }
      const has = at.closest?.('a, button, input, select, textarea, summary, label, [role="button"], .block');
      if (!has && event.composedPath().includes(view.element)) stopPress(['click']);
    };
    const typed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isInside(event)) return;
      event.preventDefault();
      leaveDialog(view, close);
    };
    addEventListener('pointerdown', pressed, { capture: true, signal });
    addEventListener('keydown', typed, { signal });
    return () => end.abort();
  };
}
