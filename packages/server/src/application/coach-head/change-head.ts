import type { CoachHead } from '../../domain/coach/coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { announce } from '../feed/announce.ts';
import { changeOfHead } from '../feed/change-of-head.ts';
import { Refusal } from '../kernel/refusal.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import { readCoach, type KnownCoachRead } from './read-coach.ts';

export type ChangeHeadNeeds = Pick<Core, 'cache' | 'realNow' | 'background' | 'coaches' | 'ledgers' | 'feeds'>;

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 6;

export function slugTaken(slug: string): Refusal {
  return new Refusal('SLUG_TAKEN', `The slug ${slug} is in use.`);
}

/** Checks for a dry run that a slug is free. Throws SLUG_TAKEN. */
export async function refuseTakenSlug({ coaches }: Pick<Core, 'coaches'>, head: CoachHead): Promise<void> {
  if ((await coaches.idOfSlug(head, head.slug)) !== null) throw slugTaken(head.slug);
}

/** Returns the changed fields of a head; null when there is nothing to write. */
export type HeadChange = (head: CoachHead) => Partial<CoachHead> | null;

/**
 * Writes the coach's head by compare-and-set, and applies the change again to what a faster writer wrote. Returns the
 * head as it is now and the places as they were read; a dry run writes nothing. Throws COACH_NOT_FOUND, SLUG_TAKEN,
 * VERSION_CONFLICT, and what the change throws.
 */
export function changeHead(
  core: ChangeHeadNeeds,
  context: Context,
  coach: string,
  change: HeadChange,
): Promise<KnownCoachRead> {
  return compareAndSet<KnownCoachRead, KnownCoachRead>({
    read: () => readCoach(core, context, coach),
    write: async (read) => {
      const changed = change(read.head);
      if (!changed) return read;
      const head = { ...read.head, ...changed, version: read.head.version + 1 };
      if (context.dryRun) {
        if (head.slug !== read.head.slug) await refuseTakenSlug(core, head);
        return { ...read, head };
      }
      const outcome = await core.coaches.replace(head, read.head.version);
      if (outcome === 'slug_taken') throw slugTaken(head.slug);
      if (outcome === 'stale') return null;
      core.cache.remember(head);
      announce(core, changeOfHead(read.head, head));
      return { ...read, head };
    },
    otherwise: ({ head }) => refuseConflict('Others keep changing this coach.', head),
    tries: MAX_ATTEMPTS,
  });
}
