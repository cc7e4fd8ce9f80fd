import { coachNotFound, readCoach, type DaysWanted, type KnownCoachRead } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';

/** The most coaches of one choice: each is read. */
export const MAX_TEAM = 20;

export type ReadTeamNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers'>;

/** Returns the ids of the partner's coaches that take bookings, by name. Throws INVALID_REQUEST when too many. */
const everyone = async ({ coaches }: Pick<Core, 'coaches'>, context: Context): Promise<readonly string[]> => {
  const { coaches: found } = await coaches.list({ ...scopeOf(context), active: true, limit: MAX_TEAM + 1 });
  if (found.length > MAX_TEAM) refuseInput('coaches', `More than ${MAX_TEAM} coaches take bookings: name those meant.`);
  return found.map(({ id }) => id);
};

/**
 * Reads the named coaches, or without names all who take bookings, each with the ledgers of these days: each once, in
 * the order of the names. Throws COACH_NOT_FOUND for one that is unknown or takes no bookings, to every caller, and
 * when there is none; INVALID_REQUEST for more than 20.
 */
export async function readTeam(
  core: ReadTeamNeeds,
  context: Context,
  names: readonly string[] | undefined,
  days?: DaysWanted,
): Promise<readonly KnownCoachRead[]> {
  const named = [...new Set(names ?? (await everyone(core, context)))];
  if (named.length === 0) throw coachNotFound('that takes bookings');
  const reads = await Promise.all(named.map((coach) => readCoach(core, context, coach, days)));
  const hidden = reads.findIndex(({ head }) => !head.active);
  if (hidden >= 0) throw coachNotFound(named[hidden]!);
  return [...new Map(reads.map((read) => [read.head.id, read])).values()];
}
