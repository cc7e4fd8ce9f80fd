import type { CoachHead } from '../../domain/coach/coach.ts';
import { page } from '../kernel/page.ts';
import { nameKeyOf, type CoachPosition } from '../ports/coaches.ts';
import { present } from '../kernel/present.ts';
import { permitFields, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { coachView } from '../coach-head/coach-view.ts';
import { countPlacesNow } from '../claiming/places-now.ts';
import type { Core } from '../ports/core.ts';

/**
 * The partner's coaches by name, page by page: those that take bookings, those that take none, or both. Throws
 * INVALID_REQUEST for a cursor of another list, NOT_PERMITTED_FIELD for a visitor who asks for others than the first.
 */
export const listCoaches: UseCase<
  'listCoaches',
  Pick<Core, 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'publicUrl'>
> = (core) => async (context, input) => {
  const { active: asked = 'true', specialty } = input;
  if (asked !== 'true') permitFields(context.reach === 'partner', { active: asked });
  const active = asked === 'all' ? undefined : asked === 'true';
  const wanted = { ...scopeOf(context), ...present({ active, specialty }) };
  const listing = {
    list: 'listCoaches' as const,
    filters: wanted,
    positionOf: ({ name, id }: CoachHead) => ({ nameKey: nameKeyOf(name), id }),
    async read(position: { readonly after?: CoachPosition; readonly limit: number }) {
      const { coaches: rows, ...rest } = await core.coaches.list({ ...wanted, ...position });
      return { rows, ...rest };
    },
  };
  const { rows, meta } = await page(core, listing, input);
  const taken = await countPlacesNow(
    core,
    context,
    rows.map(({ id }) => id),
  );
  return { data: rows.map((head) => coachView(core, context, head, taken.get(head.id)!)), meta };
};
