import type { Instant } from '@coach-booking/time/instant';
import { readCoach } from '../coach-head/read-coach.ts';
import type { InputOf, OutputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { page } from '../kernel/page.ts';
import type { Contact, Lead, LeadPosition } from '../ports/leads.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { present } from '../kernel/present.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { isNamed } from '../people/is-named.ts';
import { knownLeads } from './known-leads.ts';
import { leadView } from './lead-view.ts';

type ListLeadsNeeds = Pick<Core, 'cache' | 'tokens' | 'coaches' | 'ledgers' | 'bookings' | 'leads' | 'users'>;

type View = OutputOf<'listLeads'>['data'][number];
type Filters = Pick<InputOf<'listLeads'>, 'q' | 'temperature' | 'source'>;
type Of = LedgerScope & { readonly coachId: string };
type Reads = Pick<Core, 'bookings' | 'leads' | 'users'>;

/** Leads read in one step: those that a filter excludes cost a read too. */
const BATCH_SIZE = 100;
/** Leads scanned for one page; the next continues behind them. */
const MAX_SCANNED = 1000;
/** Leads that are put in another order than that of their creation: the newest ones. */
const MAX_SORTED = 2000;

const passes = (view: View, { temperature, source, q }: Filters): boolean =>
  (temperature === undefined || view.temperature === temperature) &&
  (source === undefined || view.source === source) &&
  (q === undefined || isNamed(view as Contact, q));

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
  core: Reads,
  of: Of,
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

/** A place in the list by score or by booking: the highest first, and of the same ones by id. */
interface Ranked {
  readonly rank: number;
  readonly id: string;
}

interface RankedLead extends Ranked {
  readonly view: View;
}

const rankOf = ({ score, lastBookingAt }: View, sort: 'score' | 'lastBooking'): number =>
  sort === 'score' ? score : lastBookingAt === undefined ? 0 : Date.parse(lastBookingAt);

const compare = (a: Ranked, b: Ranked): number => b.rank - a.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Returns the newest leads that pass the filters, by score or by booking. */
const sortedLeads = async (
  core: Reads,
  of: Of,
  { filters, sort, now }: { filters: Filters; sort: 'score' | 'lastBooking'; now: Instant },
): Promise<readonly RankedLead[]> => {
  const found: Found[] = [];
  let behind: LeadPosition | undefined;
  for (let read = 0; read < MAX_SORTED; read += MAX_SCANNED) {
    const next = await nextLeads(core, of, { filters, after: behind, wanted: MAX_SCANNED, now });
    found.push(...next.rows);
    behind = next.scannedTo;
    if (!behind) break;
  }
  return found.map(({ view }) => ({ view, id: view.id, rank: rankOf(view, sort) })).sort(compare);
};

/**
 * Returns the leads who booked the coach without an account, the newest first, or the newest ones by score or by their
 * last booking. There is no total: to count them would read them all. Throws COACH_NOT_FOUND, FORBIDDEN,
 * INVALID_REQUEST for a cursor of another list.
 */
export const listLeads: UseCase<'listLeads', ListLeadsNeeds> = (core) => async (context, input) => {
  const { head } = await readCoach(core, context, input.coach);
  const { sort = 'newest' } = input;
  const of = { ...scopeOf(context), coachId: head.id };
  const filters = present({ q: input.q, temperature: input.temperature, source: input.source });
  const listing = { list: 'listLeads' as const, filters: { ...of, ...filters, ...(sort !== 'newest' && { sort }) } };
  const { now } = context;
  if (sort === 'newest') {
    const newest = {
      ...listing,
      positionOf: ({ position }: Found) => position,
      read: ({ after, limit }: { readonly after?: LeadPosition; readonly limit: number }) =>
        nextLeads(core, of, { filters, after, wanted: limit, now }),
    };
    const { rows, meta } = await page(core, newest, input);
    return { data: rows.map(({ view }) => view), meta };
  }
  const leads = await sortedLeads(core, of, { filters, sort, now });
  const sorted = {
    ...listing,
    positionOf: ({ rank, id }: RankedLead): Ranked => ({ rank, id }),
    read: async ({ after, limit }: { readonly after?: Ranked; readonly limit: number }) => ({
      rows: leads.filter((one) => !after || compare(after, one) < 0).slice(0, limit),
    }),
  };
  const { rows, meta } = await page(core, sorted, input);
  return { data: rows.map(({ view }) => view), meta };
};
