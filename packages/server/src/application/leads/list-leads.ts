import type { Instant } from '@coach-booking/time/instant';
import { emailKeyOf, phoneHas } from '../../domain/person/written.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { InputOf, OutputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { page } from '../kernel/page.ts';
import { nameKeyOf } from '../ports/coaches.ts';
import type { Lead, LeadPosition } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { knownLeads } from './known-leads.ts';
import { leadView } from './lead-view.ts';

type ListLeadsNeeds = Pick<Core, 'cache' | 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

type View = OutputOf<'listLeads'>['data'][number];
type Filters = Pick<InputOf<'listLeads'>, 'q' | 'temperature'>;

/** Leads read in one step: those that a filter excludes cost a read too. */
const BATCH_SIZE = 100;
/** Leads scanned for one page; the next continues behind them. */
const MAX_SCANNED = 1000;

const passes = ({ name, email, phone, temperature }: View, filters: Filters): boolean =>
  (filters.temperature === undefined || temperature === filters.temperature) &&
  (filters.q === undefined ||
    nameKeyOf(name).includes(nameKeyOf(filters.q)) ||
    email?.toLowerCase().includes(emailKeyOf(filters.q)) === true ||
    phoneHas(phone, filters.q));

const positionOf = ({ createdAt: at, id }: Lead): LeadPosition => ({ at, id });

interface Found {
  readonly view: View;
  readonly position: LeadPosition;
}

/**
 * Returns the next leads that pass the filters, behind a position; a score ages, so no index can select by it. Returns
 * where it stopped when it has scanned as many as it may.
 */
const nextLeads = async (
  core: Pick<Core, 'bookings' | 'leads' | 'users'>,
  of: LedgerScope & { readonly coachId: string },
  { filters, after, wanted, now }: { filters: Filters; after: LeadPosition | undefined; wanted: number; now: Instant },
): Promise<{ readonly rows: readonly Found[]; readonly scannedTo?: LeadPosition }> => {
  const found: Found[] = [];
  let behind = after;
  for (let scanned = 0; scanned < MAX_SCANNED && found.length < wanted; scanned += BATCH_SIZE) {
    const leads = await core.leads.ofCoach({ ...of, ...present({ after: behind }), limit: BATCH_SIZE });
    const known = await knownLeads(core, of, of.coachId, leads);
    const views = known.map((one): Found => ({ view: leadView(one, now), position: positionOf(one.lead) }));
    found.push(...views.filter(({ view }) => passes(view, filters)));
    if (leads.length < BATCH_SIZE) return { rows: found.slice(0, wanted) };
    behind = views.at(-1)!.position;
  }
  return { rows: found.slice(0, wanted), ...present({ scannedTo: behind }) };
};

/**
 * Returns the leads who booked the coach without an account, the newest first. There is no total: to count them would
 * read them all. Throws COACH_NOT_FOUND, FORBIDDEN, INVALID_REQUEST for a cursor of another list.
 */
export const listLeads: UseCase<'listLeads', ListLeadsNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const of = { ...scopeOf(context), coachId: head.id };
  const filters = present({ q: input.q, temperature: input.temperature });
  const listing = {
    list: 'listLeads' as const,
    filters: { ...of, ...filters },
    positionOf: ({ position }: Found) => position,
    read: ({ after, limit }: { readonly after?: LeadPosition; readonly limit: number }) =>
      nextLeads(core, of, { filters, after, wanted: limit, now: context.now }),
  };
  const { rows, meta } = await page(core, listing, input);
  return { data: rows.map(({ view }) => view), meta };
};
