import { readCoach } from '../coaches/read-coach.ts';
import type { InputOf, OutputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { readPage, signPage } from '../page-cursor.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { Lead, LeadPosition } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { present } from '../present.ts';
import { scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { knownLeads } from './known-leads.ts';
import { leadView } from './lead-view.ts';

type View = OutputOf<'listLeads'>['data'][number];
type Filters = Pick<InputOf<'listLeads'>, 'q' | 'temperature'>;

const DEFAULT_LIMIT = 20;
/** So many are looked at in one step: what a filter leaves out costs a read too. */
const AT_ONCE = 100;

const passes = ({ name, email, temperature }: View, filters: Filters): boolean =>
  (filters.temperature === undefined || temperature === filters.temperature) &&
  (filters.q === undefined ||
    nameKeyOf(name).includes(nameKeyOf(filters.q)) ||
    email.toLowerCase().includes(filters.q.trim().toLowerCase()));

const positionOf = ({ createdAt: at, id }: Lead): LeadPosition => ({ at, id });

interface Found {
  readonly view: View;
  readonly position: LeadPosition;
}

/** The next leads that pass the filters, behind a position; a score ages, so no index can know whom they let through. */
const nextLeads = async (
  core: Core,
  of: LedgerScope & { readonly coachId: string },
  { filters, after, wanted, now }: { filters: Filters; after: LeadPosition | undefined; wanted: number; now: number },
): Promise<readonly Found[]> => {
  const found: Found[] = [];
  let behind = after;
  while (found.length < wanted) {
    const leads = await core.leads.ofCoach({ ...of, ...present({ after: behind }), limit: AT_ONCE });
    const known = await knownLeads(core, of, of.coachId, leads);
    const views = known.map((one): Found => ({ view: leadView(one, now), position: positionOf(one.lead) }));
    found.push(...views.filter(({ view }) => passes(view, filters)));
    if (leads.length < AT_ONCE) break;
    behind = views.at(-1)!.position;
  }
  return found.slice(0, wanted);
};

/**
 * Who booked the coach without an account, the newest first. There is no total: to count them all would read them all. Throws
 * COACH_NOT_FOUND, FORBIDDEN, INVALID_REQUEST for a cursor of another list.
 */
export const listLeads: UseCase<'listLeads'> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const of = { ...scopeOf(context), coachId: head.id };
  const filters = present({ q: input.q, temperature: input.temperature });
  const bound = { list: 'leads', ...of, ...filters };
  const limit = input.limit ?? DEFAULT_LIMIT;
  const cursor = readPage<{ at: number; id: string }>(core, bound, input.cursor);
  const found = await nextLeads(core, of, { filters, after: cursor, wanted: limit + 1, now: context.now });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    data: page.map(({ view }) => view),
    meta: { nextCursor: last ? signPage(core, bound, { ...last.position }) : null },
  };
};
