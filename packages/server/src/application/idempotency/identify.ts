import type { Context } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';

/** The id of a thing to be created, the same for every retry of the request. */
export interface Identity {
  readonly id: string;
  /** No earlier request had this key, so there is nothing to find. */
  readonly isFresh: boolean;
  /** Replaces an id that was given up; when a concurrent retry has done so first, returns its id. */
  renew(givenUp: string): Promise<string>;
  /**
   * Stores the coach for whom an id is to be created, before it is tried. Returns what holds: the choice of another
   * retry when that was first, or the id that replaced this one, with its coach once it has one. R41.
   */
  choose(id: string, coachId: string): Promise<Chosen>;
}

/** An id, and the coach who was chosen for it. */
export interface Chosen {
  readonly id: string;
  readonly coachId?: string;
}

/** Returns an identity that no retry finds. */
export function withoutKey(newId: () => string): Identity {
  return {
    id: newId(),
    isFresh: true,
    renew: async () => newId(),
    choose: async (id, coachId) => ({ id, coachId }),
  };
}

/**
 * Returns a new id without an idempotency key. With one, the id in its record; refusals leave only that record behind.
 * Throws IDEMPOTENCY_MISMATCH when the key came with another body.
 */
export async function identify(
  { realNow, newId, idempotency }: Pick<Core, 'realNow' | 'newId' | 'idempotency'>,
  context: Context,
  operation: UseCaseId,
  input: object,
): Promise<Identity> {
  const { idempotencyKey: key, caller } = context;
  if (key === undefined) return withoutKey(newId);
  const scope = { ...scopeOf(context), caller: caller.keyId, operation, key };
  const begun = await idempotency.begin({
    ...scope,
    bodyHash: fingerprint(input),
    resourceId: newId(),
    createdAt: realNow(),
  });
  if (!begun.isSameBody)
    throw new Refusal('IDEMPOTENCY_MISMATCH', `This key of ${operation} came with another body before.`);
  return {
    id: begun.resourceId,
    isFresh: begun.fresh,
    renew: async (givenUp) => {
      const wanted = newId();
      return (await idempotency.renew(scope, givenUp, wanted)) ?? wanted;
    },
    choose: async (id, coachId) => {
      const stored = await idempotency.choose(scope, id, coachId);
      return stored ? { id: stored.resourceId, ...present({ coachId: stored.coachId }) } : { id, coachId };
    },
  };
}
