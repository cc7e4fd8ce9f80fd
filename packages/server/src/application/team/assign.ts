import type { Identity } from '../idempotency/identify.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Candidates, TeamCandidate } from './candidates.ts';
import { refusalOfCoach, refusalOfTeam } from './refusal-of-team.ts';

/** Attempts beyond one for each coach, for rules that change and ids that are given up meanwhile. */
const MORE_ATTEMPTS = 3;

/** The result of an attempt, or an id under which another may be made. */
export type Opened<T> = { readonly done: T } | { readonly id: string };

/** The steps of an attempt with one coach. */
export interface Attempt<T> {
  /** Returns what was made, or null where another id is needed. Throws a Refusal. */
  make(candidate: TeamCandidate, id: string): Promise<T | null>;
  /** Ends the id, so that nothing can be made under it any more; returns what a concurrent request has made. */
  end(candidate: TeamCandidate | undefined, id: string): Promise<T | null>;
  /** Returns what a concurrent request has made under this id, or the id to go on with. */
  open(id: string): Promise<Opened<T>>;
}

const outcomeOf = async <T>(
  making: Promise<T | null>,
): Promise<{ readonly done: T } | { readonly refusal: Refusal } | null> => {
  try {
    const done = await making;
    return done === null ? null : { done };
  } catch (error) {
    return { refusal: refusalOfCoach(error) };
  }
};

/**
 * Makes something for one of the coaches: the first by turn, whose name is stored with the id before it is tried. A
 * coach who refuses ends the id, and the next is tried under a new one: so at most one of all that are tried is made,
 * whatever dies or runs beside it. R41. Throws one refusal for all, and VERSION_CONFLICT.
 */
export async function assign<T>(
  identity: Pick<Identity, 'renew' | 'choose'>,
  firstId: string,
  { order, all, refusals }: Candidates,
  start: string,
  attempt: Attempt<T>,
): Promise<T> {
  const refused = new Map<string, Refusal>();
  let id = firstId;
  for (let tries = 0; tries < order.length + MORE_ATTEMPTS; tries++) {
    const next = order.find(({ coachId }) => !refused.has(coachId));
    if (!next) break;
    const chosen = await identity.choose(id, next.coachId);
    if (chosen.id !== id) {
      const opened = await attempt.open(chosen.id);
      if ('done' in opened) return opened.done;
      ({ id } = opened);
      continue;
    }
    const candidate = all.get(chosen.coachId ?? next.coachId);
    const outcome = candidate ? await outcomeOf(attempt.make(candidate, id)) : null;
    if (outcome && 'done' in outcome) return outcome.done;
    if (candidate && outcome) refused.set(candidate.coachId, outcome.refusal);
    const made = await attempt.end(candidate, id);
    if (made !== null) return made;
    const opened = await attempt.open(await identity.renew(id));
    if ('done' in opened) return opened.done;
    ({ id } = opened);
  }
  const [first, ...others] = [...refused.values(), ...(await refusals())];
  if (!first || order.some(({ coachId }) => !refused.has(coachId)))
    throw new Refusal('VERSION_CONFLICT', 'The state of the coaches keeps changing under this request.');
  throw refusalOfTeam([first, ...others], start);
}
