import { checkOwnPassword, type ProveOwnerNeeds } from '../accounts/prove-owner.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import type { UseCase } from '../ports/use-case.ts';
import { erase, type ErasePersonNeeds } from './erase-person.ts';
import { findPerson, idsOf, type KnownPerson } from './known-person.ts';

type EraseMeNeeds = ErasePersonNeeds & ProveOwnerNeeds;

/** Rejects an erasure while coaches expect the person. Throws NOT_ALLOWED_NOW. */
const checkExpectedByNone = async (core: EraseMeNeeds, context: Context, person: KnownPerson): Promise<void> => {
  const ahead = idsOf(person).map((attendeeId) =>
    core.bookings.countAhead({ ...scopeOf(context), attendeeId, now: context.now, limit: 1 }),
  );
  if ((await Promise.all(ahead)).some((count) => count > 0))
    throw new Refusal('NOT_ALLOWED_NOW', 'You have bookings to come: cancel them first, so that their coaches know.');
};

/**
 * Erases the client who asks, with the password of the account. Throws CREDENTIALS_WRONG, LOGIN_LIMIT, NOT_ALLOWED_NOW
 * while there are bookings to come, SESSION_INVALID, VERSION_CONFLICT.
 */
export const eraseMe: UseCase<'eraseMe', EraseMeNeeds> =
  (core) =>
  async (context, { password }) => {
    const user = await readUser(core, context, personOf(context).userId);
    refuseClosed(user);
    await checkOwnPassword(core, context, user, password);
    const person = await findPerson(core, scopeOf(context), { clientId: user.id });
    await checkExpectedByNone(core, context, person);
    return erase(core, context, person);
  };
