import type { Context } from '../kernel/context.ts';
import type { UseCaseId } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { fingerprint } from '../kernel/fingerprint.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';

/** The id of a thing to be created, the same for every retry of the request. */
export interface Identity {
  readonly id: string;
  /** No earlier request had this key, so there is nothing to find. */
  readonly isFresh: boolean;
  /** Replaces an id that was given up; when a concurrent retry has done so first, returns its id. */
  renew(givenUp: string): Promise<string>;
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
  if (key === undefined) return { id: newId(), isFresh: true, renew: async () => newId() };
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
  };
}
