import { idOf } from './column.ts';
import type { CursorPosition } from './cursor.ts';

/**
 * Marks the booking that is being dragged, and lets Tab reach only the focused one. Returns that one, or null when the
 * focus is on an empty time. Writes to the blocks of before and of now alone: it runs for each step of a drag.
 */
export function markPlace(root: ParentNode, place: CursorPosition, heldId: string | null): HTMLElement | null {
  for (const block of root.querySelectorAll<HTMLElement>('.block:is(.held,[tabindex="0"])')) {
    block.classList.remove('held');
    block.tabIndex = -1;
  }
  let target: HTMLElement | null = null;
  if (place.id ?? heldId)
    for (const block of root.querySelectorAll<HTMLElement>('.block')) {
      const id = idOf(block);
      if (id === heldId) block.classList.add('held');
      if (id === place.id && !target) (target = block).tabIndex = 0;
    }
  return target;
}
