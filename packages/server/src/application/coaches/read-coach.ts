import type { CoachHead } from '../../domain/coach/coach.ts';
import { isId } from '../../domain/coach/slug.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import type { CoachRead } from '../ports/ledgers.ts';
import { Refusal } from '../refusal.ts';
import { isCoachSide, isInScope } from '../scope.ts';

export interface KnownCoachRead extends CoachRead {
  readonly head: CoachHead;
}

export const coachNotFound = (coach: string): Refusal => new Refusal('COACH_NOT_FOUND', `No coach ${coach} for this key.`);

/** Which UTC days to read, given the head as last seen, or none when this process has not seen it. */
export type DaysWanted = (head: CoachHead | undefined) => readonly string[];

const readBy = async (core: Core, coachId: string, days: DaysWanted): Promise<KnownCoachRead | null> => {
  const read = await core.ledgers.read(coachId, days(core.cache.lastSeen(coachId)));
  if (!read.head || read.head.deletedAt !== undefined) return null;
  core.cache.remember(read.head);
  return { ...read, head: read.head };
};

const readBySlug = async (core: Core, slug: string, days: DaysWanted): Promise<KnownCoachRead | null> => {
  const cached = core.cache.idOfSlug(slug);
  if (cached !== undefined) {
    const read = await readBy(core, cached, days);
    if (read?.head.slug === slug) return read;
    core.cache.forgetSlug(slug);
  }
  const id = await core.coaches.idOfSlug(slug);
  return id === null ? null : readBy(core, id, days);
};

/**
 * The coach of an id or slug with ledgers, in one read once the slug is known to this process. Throws COACH_NOT_FOUND for a coach of
 * another partner or mode.
 */
export const readCoach = async (core: Core, context: Context, coach: string, days: DaysWanted = () => []): Promise<KnownCoachRead> => {
  const read = await (isId(coach) ? readBy(core, coach, days) : readBySlug(core, coach, days));
  if (!read || !isInScope(context, read.head)) throw coachNotFound(coach);
  return read;
};

/** As `readCoach`, for those who look: visitors see only active coaches. */
export const readVisibleCoach = async (core: Core, context: Context, coach: string, days?: DaysWanted): Promise<KnownCoachRead> => {
  const read = await readCoach(core, context, coach, days);
  if (!read.head.active && !isCoachSide(context)) throw coachNotFound(coach);
  return read;
};
