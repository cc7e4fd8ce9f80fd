import { readPage, signPage } from '../page-cursor.ts';
import { present } from '../present.ts';
import type { UseCase } from '../use-case.ts';
import { operatedView } from './operated-view.ts';

const DEFAULT_LIMIT = 20;

/** All partners, the oldest first, page by page. Throws INVALID_REQUEST for a cursor of another list. */
export const listPartners: UseCase<'listPartners'> =
  (core) =>
  async (_context, { limit = DEFAULT_LIMIT, cursor }) => {
    const filters = { list: 'partners' };
    const after = readPage<{ id: string }>(core, filters, cursor)?.id;
    const [found, total] = await Promise.all([core.partners.list({ ...present({ after }), limit: limit + 1 }), core.partners.count()]);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      data: page.map((partner) => operatedView(core, partner)),
      meta: { nextCursor: last ? signPage(core, filters, { id: last.id }) : null, total },
    };
  };
