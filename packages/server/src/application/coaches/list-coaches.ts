import type { CoachHead } from '../../domain/coach/coach.ts';
import { page } from '../kernel/page.ts';
import { nameKeyOf, type CoachPosition } from '../ports/coaches.ts';
import { present } from '../kernel/present.ts';
import { permitFields, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { coachView } from '../coach-head/coach-view.ts';
import type { Core } from '../ports/core.ts';

/**
 * The partner's coaches by name, page by page: those that take bookings, or those that take none. Throws
 * INVALID_REQUEST for a cursor of another list, NOT_PERMITTED_FIELD for a visitor who asks for the others.
 */
export const listCoaches: UseCase<'listCoaches', Pick<Core, 'tokens' | 'coaches' | 'ledgers'>> =
  (core) => async (context, input) => {
    const active = input.active !== 'false';
    if (!active) permitFields(context.reach === 'partner', { active });
    const wanted = { ...scopeOf(context), active, ...present({ specialty: input.specialty }) };
    const listing = {
      list: 'listCoaches' as const,
      filters: wanted,
      positionOf: ({ name, id }: CoachHead) => ({ nameKey: nameKeyOf(name), id }),
      async read(asked: { readonly after?: CoachPosition; readonly limit: number }) {
        const { coaches: rows, ...rest } = await core.coaches.list({ ...wanted, ...asked });
        return { rows, ...rest };
      },
    };
    const { rows, meta } = await page(core, listing, input);
    const taken = await core.ledgers.countPlaces(rows.filter(({ capacity }) => capacity !== null).map(({ id }) => id));
    return { data: rows.map((head) => coachView(head, taken.get(head.id) ?? 0)), meta };
  };
