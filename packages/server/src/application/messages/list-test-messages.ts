import { page } from '../kernel/page.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { TestMessage } from '../ports/test-messages.ts';
import type { UseCase } from '../ports/use-case.ts';
import { testMessageView } from './message-view.ts';
import { onlyInTests } from './test-mode.ts';

/**
 * Returns the messages that tests would have sent, page by page, in the order of sending. Throws ROUTE_NOT_FOUND with a
 * live key, INVALID_REQUEST for a cursor of another list.
 */
export const listTestMessages: UseCase<'listTestMessages', Pick<Core, 'tokens' | 'testMessages'>> =
  (core) => async (context, input) => {
    onlyInTests(context);
    const wanted = { ...scopeOf(context), ...present({ bookingId: input.bookingId }) };
    const listing = {
      list: 'listTestMessages' as const,
      filters: wanted,
      positionOf: ({ id }: TestMessage) => ({ id }),
      read: async ({ after, limit }: { readonly after?: { readonly id: string }; readonly limit: number }) => ({
        rows: await core.testMessages.list({ ...wanted, ...present({ after: after?.id }), limit }),
      }),
    };
    const { rows, meta } = await page(core, listing, input);
    return { data: rows.map(testMessageView), meta };
  };
