import type { GridContext } from './grid-context.ts';
import type { GridGeometry } from './pointer.ts';
import type { TimeModel } from './time-model.ts';

/** Returns the geometry of a week or a day: columns of equal width, a minute a pixel (or its zoomed size). */
export function timeGeometry(
  { view }: GridContext,
  { days, first, last }: TimeModel,
  minuteOn: GridGeometry['defaultMinute'],
): GridGeometry {
  return {
    defaultMinute: minuteOn,
    pointAt(x, y) {
      const box = view.element.shadowRoot?.querySelector('.over')?.getBoundingClientRect();
      if (!box?.width || y < box.top - 30) return null;
      const along = (x - box.left) / box.width;
      if (along < 0 || along >= 1) return null;
      const day = days[Math.floor((view.dir === 'rtl' ? 1 - along : along) * days.length)];
      const minute = first + ((y - box.top) / box.height) * (last - first);
      return day ? { date: day.date, minute: Math.min(last - 1, Math.max(first, minute)) } : null;
    },
  };
}
