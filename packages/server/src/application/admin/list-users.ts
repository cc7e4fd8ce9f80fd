import { userView } from '../accounts/user-view.ts';
import { page } from '../kernel/page.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { User, UserPosition } from '../ports/users.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { Core } from '../ports/core.ts';

/** Returns the accounts of the partner by name, page by page. Throws INVALID_REQUEST for a cursor of another list. */
export const listUsers: UseCase<'listUsers', Pick<Core, 'tokens' | 'users'>> = (core) => async (context, input) => {
  const wanted = { ...scopeOf(context), ...present({ role: input.role, search: input.q }) };
  const listing = {
    list: 'listUsers' as const,
    filters: wanted,
    positionOf: ({ name, id }: User) => ({ nameKey: nameKeyOf(name), id }),
    async read(asked: { readonly after?: UserPosition; readonly limit: number }) {
      const { users: rows, ...rest } = await core.users.list({ ...wanted, ...asked });
      return { rows, ...rest };
    },
  };
  const { rows, meta } = await page(core, listing, input);
  return { data: rows.map(userView), meta };
};
