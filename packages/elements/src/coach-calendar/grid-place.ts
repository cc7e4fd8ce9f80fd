import type { CursorPosition } from './cursor.ts';
import type { Reveal } from './grid-view.ts';
import { markPlace } from './mark-place.ts';

/** The place of the focus in the grid, and its scroll position, after each drawing. */
export class GridPlace {
  /** Changes with each step of the keyboard, see `cursors`. */
  swap = 0;
  wanted = false;
  place: CursorPosition | null = null;
  /** The position to which the grid is to be scrolled; `#revealed` is the view for which that was done last. */
  reveal: Reveal | null = null;
  #revealed = '';

  forget(): void {
    this.place = null;
    this.#revealed = '';
  }

  /** Requests the focus for the place of the next drawing. */
  want(): void {
    this.swap++;
    this.wanted = true;
  }

  /**
   * Scrolls the grid, and nothing around it, to the hours of work: after each change of view and each press of Today.
   */
  scroll(root: ParentNode): void {
    const { reveal } = this;
    const scroller = root.querySelector('.scroller');
    if (!scroller || !reveal || reveal.key === this.#revealed) return;
    this.#revealed = reveal.key;
    scroller.scrollTop = reveal.top;
  }

  /**
   * Lets Tab reach exactly one place of the grid; it gets the focus on request, or when the focused node was removed.
   */
  rove(root: ParentNode, heldId: string | null, isLost: boolean): void {
    if (!this.place) return;
    const target = markPlace(root, this.place, heldId) ?? root.querySelector<HTMLElement>('.scroller [tabindex="0"]');
    if (!this.wanted && !isLost) return;
    this.wanted = false;
    target?.focus({ preventScroll: false });
  }
}
