import type { Branding, Coach } from '@coach-booking/sdk';
import type { TeamCalls, TeamSlots } from './team-calls.ts';

/** The coaches to choose from. */
export interface Team {
  readonly coaches: readonly Coach[];
  /** Ids or slugs for "whoever is free first"; undefined for the whole team, null where that cannot be asked. */
  readonly names: readonly string[] | undefined | null;
  readonly branding?: Branding | undefined;
}

const DAY = 86_400_000;
/** The most coaches among whom one can be assigned, and of a page of the list. */
const MOST = { assigned: 20, listed: 100 };

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown } | null)?.code;

/** Returns the coaches who can be booked for what is wanted, and whether one of them may be assigned. */
function teamOf(
  { coaches = [], services = [], coachIds, branding }: TeamSlots,
  names: readonly string[] | undefined,
  service: string,
): Team {
  const offering = service ? coaches.filter(({ id }) => coachIds.includes(id)) : coaches;
  const isShared = service ? offering.length > 1 : services.some((one) => one.coachIds.length > 1);
  return { coaches: offering, names: isShared ? names : null, branding };
}

/**
 * Reads the coaches to choose from: the named ones, or all of the partner. Those who take no bookings now, or are not
 * known, are left out. Rejects with the error of the request where that is not the reason.
 */
export async function readTeam(
  calls: TeamCalls,
  names: readonly string[] | undefined,
  service: string,
  now: number,
): Promise<Team> {
  const [from, to] = [now, now + DAY].map((at) => new Date(at).toISOString()) as [string, string];
  const ask = async (some: readonly string[] | undefined) => {
    const coaches = some && { coaches: some.join(',') };
    const answer = await calls.listTeamSlots({ ...coaches, ...(service && { service }), from, to, include: 'coaches' });
    return teamOf(answer, some, service);
  };
  try {
    return await ask(names);
  } catch (error) {
    const isTooMany = codeOf(error) === 'INVALID_REQUEST' && !names;
    if (codeOf(error) !== 'COACH_NOT_FOUND' && !isTooMany) throw error;
    const open = await calls.listCoaches({ limit: MOST.listed });
    const found = names ? open.filter(({ id, slug }) => names.includes(id) || names.includes(slug)) : open;
    if (found.length === 0 || found.length > MOST.assigned) return { coaches: found, names: null };
    return ask(found.map(({ slug }) => slug));
  }
}
