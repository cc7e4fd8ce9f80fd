import type { InputOf } from '@coach-booking/sdk';

type Input = InputOf<'listLeads'>;

export const leadSorts = ['newest', 'score', 'lastBooking'] as const;
export const temperatures = ['hot', 'warm', 'cold'] as const;

/** The filters beside the search; empty where they are not set. */
export interface LeadFilters {
  readonly temperature: '' | NonNullable<Input['temperature']>;
  readonly sort: NonNullable<Input['sort']>;
  readonly source: string;
}

/** Returns the filters in the query of an address. */
export function leadFiltersIn(search: string): LeadFilters {
  const query = new URLSearchParams(search);
  return {
    temperature: temperatures.find((each) => each === query.get('temperature')) ?? '',
    sort: leadSorts.find((each) => each === query.get('sort')) ?? 'newest',
    source: query.get('source') ?? '',
  };
}

/** Returns the query of filters, without those that are not set. Names are not in it. */
export function leadQueryOf({ temperature, sort, source }: LeadFilters): Readonly<Record<string, string>> {
  return { temperature, source, sort: sort === 'newest' ? '' : sort };
}

/** Returns the input of the list: what the filters and the search mean. */
export function leadInputOf({ temperature, sort, source }: LeadFilters, q: string): Omit<Input, 'coach'> {
  return {
    ...(temperature && { temperature }),
    ...(sort !== 'newest' && { sort }),
    ...(source.trim() && { source: source.trim() }),
    ...(q.trim() && { q: q.trim() }),
  };
}
