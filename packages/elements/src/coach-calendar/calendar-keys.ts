import type { GridContext } from './grid-context.ts';
import { turn } from './toolbar-view.ts';

/** Handles the letters that work anywhere in the calendar except in text fields. */
export function calendarKey(event: KeyboardEvent, context: GridContext): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if ((event.target as Element).closest('input, select, textarea, dialog')) return;
  const { flow, view } = context;
  const acts: Readonly<Record<string, () => void>> = {
    m: () => flow.showView('month'),
    w: () => flow.showView('week'),
    d: () => flow.showView('day'),
    t: () => context.goToToday(),
    n: () => turn(context, 1),
    p: () => turn(context, -1),
    u: () => flow.undo(),
    '?': () => view.open({ kind: 'shortcuts' }),
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
