import type { CoachBooking } from './coach-booking.ts';

/** Draws in an element what comes before its widget: the way to open it of its mode, or the choice of a coach. */
export async function launch(element: CoachBooking): Promise<void> {
  const isMode = /^[bf]/.test(element.getAttribute('mode') ?? '');
  const first = await (isMode ? import('./modes/launch.ts') : import('./team/launch.ts'));
  first.launch(element);
}
