import { seenByVisitors, type CoachHead } from '../../domain/coach/coach.ts';
import { isId, ME, type SlugSpace } from '../../domain/coach/slug.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { CoachRead } from '../ports/ledgers.ts';
import { Refusal } from '../kernel/refusal.ts';
import { reachesCoach } from '../access/owns.ts';
import { isCoachSideOf, isInScope, scopeOf } from '../kernel/scope.ts';

export interface KnownCoachRead extends CoachRead {
  readonly head: CoachHead;
}

export function coachNotFound(coach: string): Refusal {
  return new Refusal('COACH_NOT_FOUND', `No coach ${coach} for this key.`);
}

/** Returns the UTC days to read, given the head as last read, or undefined when this process has not read it. */
export type DaysWanted = (head: CoachHead | undefined) => readonly string[];

const readBy = async (
  { cache, ledgers }: Pick<Core, 'cache' | 'ledgers'>,
  coachId: string,
  days: DaysWanted,
): Promise<KnownCoachRead | null> => {
  const read = await ledgers.read(coachId, days(cache.lastSeen(coachId)));
  if (!read.head || read.head.deletedAt !== undefined) return null;
  cache.remember(read.head);
  return { ...read, head: read.head };
};

const readBySlug = async (
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  space: SlugSpace,
  slug: string,
  days: DaysWanted,
): Promise<KnownCoachRead | null> => {
  const cached = core.cache.idOfSlug(space, slug);
  if (cached !== undefined) {
    const read = await readBy(core, cached, days);
    if (read?.head.slug === slug) return read;
    core.cache.forgetSlug(space, slug);
  }
  const id = await core.coaches.idOfSlug(space, slug);
  return id === null ? null : readBy(core, id, days);
};

/** Returns the coach's id or slug; `me` is the coach of the session. Throws COACH_NOT_FOUND when it has none. */
const named = ({ caller }: Context, coach: string): string => {
  if (coach !== ME) return coach;
  if (caller.kind !== 'session' || caller.coachId === undefined) throw coachNotFound(coach);
  return caller.coachId;
};

/**
 * Reads the coach of an id or slug, or `me`, with ledgers, in one read once the slug is known to this process. Throws
 * COACH_NOT_FOUND for a coach of another partner or mode, and for an inactive one other than the caller's; FORBIDDEN
 * for an active one where only the caller's own is in reach. Visitors read it without services that are not active.
 */
export async function readCoach(
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  coach: string,
  days: DaysWanted = () => [],
): Promise<KnownCoachRead> {
  const wanted = named(context, coach);
  const read = await (isId(wanted) ? readBy(core, wanted, days) : readBySlug(core, scopeOf(context), wanted, days));
  if (!read || !isInScope(context, read.head)) throw coachNotFound(coach);
  if (reachesCoach(context, read.head.id))
    return isCoachSideOf(context, read.head.id) ? read : { ...read, head: seenByVisitors(read.head) };
  // For others an inactive coach does not exist (S31).
  throw read.head.active
    ? new Refusal('FORBIDDEN', `Coach ${coach} is another than the caller's.`)
    : coachNotFound(coach);
}

/** Reads the coach like `readCoach`, for readers: visitors see only active coaches. */
export async function readVisibleCoach(
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  coach: string,
  days?: DaysWanted,
): Promise<KnownCoachRead> {
  const read = await readCoach(core, context, coach, days);
  if (!read.head.active && !isCoachSideOf(context, read.head.id)) throw coachNotFound(coach);
  return read;
}
