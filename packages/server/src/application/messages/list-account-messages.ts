import type { components } from '@coach-booking/contract/types';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { DeliveryListing } from '../ports/deliveries.ts';
import type { UseCase } from '../ports/use-case.ts';

/** Returns what is shown of a mail about an account: neither the former address nor what opens the account. */
const view = (mail: AccountDelivery): components['schemas']['AccountMessage'] => {
  const { id, userId, kind, state, code, dueAt, attempt, settledAt } = mail;
  return {
    id,
    userId,
    kind,
    // To the reader a mail that is being prepared is not on its way yet.
    state: state === 'leased' ? 'due' : state,
    dueAt: instantText(dueAt),
    attempts: attempt,
    ...present({ code, settledAt: optionalText(settledAt) }),
  };
};

/**
 * Returns the mails about accounts of one state, of the partner and mode, page by page. Throws INVALID_REQUEST for a
 * cursor of another list.
 */
export const listAccountMessages: UseCase<'listAccountMessages', Pick<Core, 'tokens' | 'deliveries'>> =
  (core) => async (context, input) => {
    const wanted = { ...scopeOf(context), state: input.state };
    const listing = {
      list: 'listAccountMessages' as const,
      filters: wanted,
      positionOf: ({ dueAt, id }: AccountDelivery) => ({ dueAt, id }),
      read: async (asked: Pick<DeliveryListing, 'after' | 'limit'>) => ({
        rows: await core.deliveries.listOfAccounts({ ...wanted, ...asked }),
      }),
    };
    const { rows, meta } = await page(core, listing, input);
    return { data: rows.map(view), meta };
  };
