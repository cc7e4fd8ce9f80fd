import { page } from '../kernel/page.ts';
import { counted } from '../kernel/counts.ts';
import type { Partner } from '../ports/partners.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { operatedView } from './operated-view.ts';
import type { Core } from '../ports/core.ts';

/** Returns all partners, the oldest first, page by page. Throws INVALID_REQUEST for a cursor of another list. */
export const listPartners: UseCase<'listPartners', Pick<Core, 'tokens' | 'guestCaps' | 'partners'>> =
  (core) => async (_context, input) => {
    const listing = {
      list: 'listPartners' as const,
      filters: {},
      positionOf: ({ id }: Partner) => ({ id }),
      async read({ after, limit }: { readonly after?: { readonly id: string }; readonly limit: number }) {
        const [rows, found] = await Promise.all([
          core.partners.list({ ...present({ after: after?.id }), limit }),
          core.partners.count(),
        ]);
        return { rows, ...counted(found) };
      },
    };
    const { rows, meta } = await page(core, listing, input);
    return { data: rows.map((partner) => operatedView(core, partner)), meta };
  };
