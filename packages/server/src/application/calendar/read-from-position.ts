import type { CoachHead } from '../../domain/coach/coach.ts';
import { isId, ME } from '../../domain/coach/slug.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { scopeOf } from '../kernel/scope.ts';
import { positionOf } from './position.ts';

/** Returns the coach's id that this process has before anything is read. */
const seenId = ({ cache }: Pick<Core, 'cache'>, context: Context, coach: string): string | undefined => {
  const { caller } = context;
  if (coach === ME) return caller.kind === 'session' ? caller.coachId : undefined;
  return isId(coach) ? coach : cache.idOfSlug(scopeOf(context), coach);
};

/**
 * Returns what `read` finds, with the position in the coach's feed before it: the stream repeats what changes while an
 * answer is made rather than missing it. Only a slug that is new to this process, or that has become another coach's,
 * is read twice.
 */
export async function readFromPosition<R extends { readonly head: CoachHead }>(
  core: Pick<Core, 'cache' | 'feeds'>,
  context: Context,
  coach: string,
  read: () => Promise<R>,
): Promise<{ readonly found: R; readonly position: string }> {
  for (let id = seenId(core, context, coach) ?? (await read()).head.id; ;) {
    const position = await positionOf(core, id);
    const found = await read();
    if (found.head.id === id) return { found, position };
    id = found.head.id;
  }
}
