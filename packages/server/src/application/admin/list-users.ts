import { userView } from '../accounts/user-view.ts';
import { readPage, signPage } from '../page-cursor.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import { present } from '../present.ts';
import { scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';

const DEFAULT_LIMIT = 20;

/** The accounts of the partner by name, page by page. Throws INVALID_REQUEST for a cursor of another list. */
export const listUsers: UseCase<'listUsers'> = (core) => async (context, input) => {
  const wanted = { ...scopeOf(context), ...present({ role: input.role, search: input.q }) };
  const filters = { list: 'users', ...wanted };
  const after = readPage<{ nameKey: string; id: string }>(core, filters, input.cursor);
  const limit = input.limit ?? DEFAULT_LIMIT;
  const { users, total } = await core.users.list({ ...wanted, ...present({ after }), limit: limit + 1 });
  const page = users.slice(0, limit);
  const last = users.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(userView),
    meta: { nextCursor: last ? signPage(core, filters, { nameKey: nameKeyOf(last.name), id: last.id }) : null, total },
  };
};
