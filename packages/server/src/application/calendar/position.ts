import type { Core } from '../ports/core.ts';

/** Where `watchCalendar` goes on after an answer that is read from now on. Ask before you read. */
export async function positionOf({ feeds }: Pick<Core, 'feeds'>, coachId: string): Promise<string> {
  return String(await feeds.position(coachId));
}
