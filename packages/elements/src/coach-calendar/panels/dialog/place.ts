import { idOf } from '../../column.ts';
import type { Panel, View } from '../parts/panel.ts';

/** `beside` the booking that it is about, as a sheet at the `side`, or in the `middle`. */
export type Place = 'beside' | 'side' | 'middle';

/** The pixels between the popover and the booking, and between it and the edges of the window. */
const GAP = 8;
/** The pixels that a popover can grow to without leaving the window, where there is room for them. */
const ROOM = 480;

const places = new WeakMap<Panel, Place>();

/** Returns the place of a panel, which it keeps as long as it is open. */
export function placeOf(panel: Panel, { element }: View): Place {
  const place = places.get(panel) ?? choose(panel, element.shadowRoot);
  places.set(panel, place);
  return place;
}

function choose(panel: Panel, root: ShadowRoot | null): Place {
  if (panel.kind === 'shortcuts') return 'middle';
  return matchMedia('(min-width: 900px)').matches && root && anchorOf(panel, root) ? 'beside' : 'side';
}

/** Returns the part of the screen that shows what a panel is about; null where that is not in view. */
function anchorOf(panel: Panel, root: ShadowRoot): DOMRect | null {
  const nodes =
    panel.kind === 'booking'
      ? [...root.querySelectorAll('.block, .chip')].filter((node) => idOf(node) === panel.id)
      : panel.kind === 'dayList'
        ? [...root.querySelectorAll(`[data-date="${panel.date}"]`)]
        : [];
  const seen = root.querySelector('.scroller')?.getBoundingClientRect();
  if (!seen) return null;
  const [left, top] = [Math.max(seen.left, 0), Math.max(seen.top, 0)];
  const [right, bottom] = [Math.min(seen.right, innerWidth), Math.min(seen.bottom, innerHeight)];
  for (const node of nodes) {
    const box = node.getBoundingClientRect();
    const [from, to] = [Math.max(box.top, top), Math.min(box.bottom, bottom)];
    if (to - from >= GAP && box.right > left && box.left < right)
      return new DOMRect(box.left, from, box.width, to - from);
  }
  return null;
}

/**
 * Puts the popover beside what it is about: after it in the direction of reading, else before it, else over it. It
 * stays whole in the window, and its top and height stay as they are while its content changes.
 */
export function moveBeside(panel: Panel, layer: HTMLElement, root: ShadowRoot, dir: string): void {
  const anchor = anchorOf(panel, root);
  if (!anchor) return;
  layer.style.setProperty('--least', '0px');
  const { width, height } = layer.getBoundingClientRect();
  const [after, before] = [anchor.right + GAP, anchor.left - GAP - width];
  const fits = (x: number) => x >= GAP && x + width <= innerWidth - GAP;
  const beside = (dir === 'rtl' ? [before, after] : [after, before]).find(fits);
  const left = beside ?? Math.max(GAP, Math.min(after, innerWidth - width) - 2 * GAP);
  const top = Math.max(GAP, Math.min(anchor.top, innerHeight - GAP - Math.max(height, ROOM)));
  for (const [name, pixels] of Object.entries({ left, top, least: height }))
    layer.style.setProperty(`--${name}`, `${Math.round(pixels)}px`);
}
