import type { Core } from '../ports/core.ts';

/** Returns where `watchCalendar` continues after an answer that is read from now on. Call it before the read. */
export async function positionOf({ feeds }: Pick<Core, 'feeds'>, coachId: string): Promise<string> {
  return String(await feeds.position(coachId));
}
