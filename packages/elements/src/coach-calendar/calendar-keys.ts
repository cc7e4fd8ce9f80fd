import type { GridContext } from './grid-context.ts';

/** Handles the letters that work anywhere in the calendar except in text fields. */
export function calendarKey(event: KeyboardEvent, context: GridContext): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  if ((event.target as Element).closest('input, select, textarea, dialog, [popover]')) return;
  const { flow, view } = context;
  const acts: Readonly<Record<string, () => void>> = {
    m: () => flow.showView('month'),
    w: () => flow.showView('week'),
    d: () => flow.showView('day'),
    t: () => context.goToToday(),
    x: () => flow.showView('three_days'),
    l: () => flow.showView('list'),
    n: () => context.turn(1),
    p: () => context.turn(-1),
    f: () => context.tool('filters', null),
    '/': () => context.tool('search', null),
    u: () => flow.undo(),
    '?': () => view.open({ kind: 'shortcuts' }),
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
