import type { Core } from '../core.ts';
import { nameKeyOf, type CoachPosition } from '../ports/coaches.ts';
import { present } from '../present.ts';
import { permitFields, refuseInput, scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { coachView } from './coach-view.ts';

const DEFAULT_LIMIT = 20;

const positionIn = (core: Core, cursor: string): CoachPosition => {
  const text = core.tokens.readCursor(cursor) ?? refuseInput('cursor', 'Send the nextCursor of the page before.');
  return JSON.parse(text) as CoachPosition;
};

/**
 * The partner's coaches by name, page by page: those that take bookings, or those that take none. Throws INVALID_REQUEST for a cursor that is
 * not ours, NOT_PERMITTED_FIELD for a visitor who asks for the others.
 */
export const listCoaches: UseCase<'listCoaches'> = (core) => async (context, input) => {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = input.cursor === undefined ? undefined : positionIn(core, input.cursor);
  const active = input.active !== 'false';
  if (!active) permitFields(context.reach === 'partner', { active });
  const query = { ...scopeOf(context), active, ...present({ specialty: input.specialty, after }) };
  const { coaches, total } = await core.coaches.list({ ...query, limit: limit + 1 });
  const page = coaches.slice(0, limit);
  const last = coaches.length > limit ? page.at(-1) : undefined;
  const taken = await core.ledgers.countPlaces(page.filter(({ capacity }) => capacity !== null).map(({ id }) => id));
  return {
    data: page.map((head) => coachView(head, taken.get(head.id) ?? 0)),
    meta: {
      nextCursor: last ? core.tokens.signCursor(JSON.stringify({ nameKey: nameKeyOf(last.name), id: last.id })) : null,
      total,
    },
  };
};
