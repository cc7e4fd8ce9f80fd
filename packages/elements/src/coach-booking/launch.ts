import type { CoachBooking } from './coach-booking.ts';

/** The controllers of elements that draw something first; each begins whenever its element comes into a page. */
const begun = new WeakMap<CoachBooking, { begin(): void }>();

/** Draws in an element what comes before its widget: the way to open it of its mode, or the choice of a coach. */
export async function launch(element: CoachBooking): Promise<void> {
  const isMode = /^[bf]/.test(element.getAttribute('mode') ?? '');
  const First = await (isMode
    ? import('./modes/launcher.ts').then(({ Launcher }) => Launcher)
    : import('./team/chooser.ts').then(({ Chooser }) => Chooser));
  // It may have left the page while the file came.
  if (!element.isConnected) return;
  const before = begun.get(element);
  const first = before instanceof First ? before : new First(element);
  begun.set(element, first);
  first.begin();
}
