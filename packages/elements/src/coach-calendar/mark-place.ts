import { idOf } from './column.ts';
import type { CursorPosition } from './cursor.ts';

/**
 * Marks the booking that is being dragged, and lets Tab reach only the focused one. Returns that one, or null when the
 * focus is on an empty time.
 */
export function markPlace(root: ParentNode, place: CursorPosition, heldId: string | null): HTMLElement | null {
  let target: HTMLElement | null = null;
  for (const block of root.querySelectorAll<HTMLElement>('.block')) {
    const id = idOf(block);
    block.classList.toggle('held', heldId !== null && id === heldId);
    const here: boolean = !target && place.id !== null && id === place.id;
    if (here) target = block;
    if (block.tabIndex !== (here ? 0 : -1)) block.tabIndex = here ? 0 : -1;
  }
  return target;
}
