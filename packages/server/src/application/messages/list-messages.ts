import type { Delivery } from '../../domain/delivery/delivery.ts';
import { page } from '../kernel/page.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { DeliveryListing } from '../ports/deliveries.ts';
import type { UseCase } from '../ports/use-case.ts';
import { messageView } from './message-view.ts';

/**
 * Returns the messages of one state, of all bookings of the partner and mode, page by page. Throws INVALID_REQUEST for
 * a cursor of another list.
 */
export const listMessages: UseCase<'listMessages', Pick<Core, 'tokens' | 'deliveries'>> =
  (core) => async (context, input) => {
    const wanted = { ...scopeOf(context), state: input.state };
    const listing = {
      list: 'listMessages' as const,
      filters: wanted,
      positionOf: ({ dueAt, id }: Delivery) => ({ dueAt, id }),
      read: async (asked: Pick<DeliveryListing, 'after' | 'limit'>) => ({
        rows: await core.deliveries.list({ ...wanted, ...asked }),
      }),
    };
    const { rows, meta } = await page(core, listing, input);
    return { data: rows.map(messageView), meta };
  };
