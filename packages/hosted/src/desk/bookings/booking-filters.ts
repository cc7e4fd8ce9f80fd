import type { InputOf } from '@coach-booking/sdk';

/** The parts of the list, in their order. */
export const bookingTabs = ['upcoming', 'past', 'requests', 'timeless', 'called_off'] as const;
/** A part of the list; only the administration has all in one. */
export type BookingTab = (typeof bookingTabs)[number] | 'all';

type Status = 'pending' | 'cancelled' | 'scheduled' | 'confirmed' | 'in_progress' | 'completed' | 'no_show';

/** The statuses that a part has; one of them can be chosen where there are several. */
export const statusesOf: Readonly<Record<BookingTab, readonly Status[]>> = {
  upcoming: ['scheduled', 'confirmed', 'in_progress'],
  past: ['completed', 'no_show', 'scheduled', 'confirmed', 'in_progress'],
  requests: [],
  timeless: ['scheduled', 'confirmed'],
  called_off: [],
  all: ['pending', 'scheduled', 'confirmed', 'in_progress', 'completed', 'no_show', 'cancelled'],
};

/** The filters beside the part and the search; empty where they are not set. */
export interface BookingFilters {
  readonly tab: BookingTab;
  readonly service: string;
  readonly staff: string;
  readonly status: string;
  /** Plain dates in the coach's zone. */
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

export const noFilters: Omit<BookingFilters, 'tab'> = {
  service: '',
  staff: '',
  status: '',
  from: '',
  to: '',
  source: '',
};

const PLAIN_DATE = /^\d{4}-\d\d-\d\d$/;

/** Returns the filters in the query of an address; without a part of the list `first` is meant. */
export function filtersIn(search: string, first: BookingTab = 'upcoming'): BookingFilters {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) ?? '';
  const date = (name: string) => (PLAIN_DATE.test(text(name)) ? text(name) : '');
  const tab = bookingTabs.find((each) => each === text('tab')) ?? first;
  const isStatus = (statusesOf[tab] as readonly string[]).includes(text('status'));
  return {
    tab,
    service: text('service'),
    staff: text('staff'),
    status: isStatus ? text('status') : '',
    from: date('from'),
    to: date('to'),
    source: text('source'),
  };
}

/** Returns the query of filters, without those that are not set. Names are not in it. */
export function queryOf(
  { tab, ...rest }: BookingFilters,
  first: BookingTab = 'upcoming',
): Readonly<Record<string, string>> {
  return { tab: tab === first ? '' : tab, ...rest };
}

/** Returns whether the first day is not after the last one. */
export function isRange({ from, to }: Pick<BookingFilters, 'from' | 'to'>): boolean {
  return from === '' || to === '' || from <= to;
}

/** Returns the input of the list: what the filters and the search mean. */
export function inputOf(
  { tab, service, staff, status, from, to, source }: BookingFilters,
  q: string,
): Omit<InputOf<'listCoachBookings'>, 'coach' | 'limit' | 'cursor'> {
  const range = tab === 'timeless' ? {} : { ...(from && { from }), ...(to && { to }) };
  const fixed = { requests: 'pending', called_off: 'cancelled' }[tab as string];
  const statuses = status || fixed || (tab === 'all' ? '' : statusesOf[tab].join());
  return {
    ...(statuses && { status: statuses }),
    ...(tab === 'upcoming' && { when: 'upcoming' as const }),
    ...(tab === 'past' && { when: 'past' as const }),
    ...(tab === 'timeless' && { timeless: 'true' as const }),
    ...((tab === 'past' || tab === 'called_off' || tab === 'all') && { order: 'desc' as const }),
    ...range,
    ...(service && { serviceId: service }),
    ...(staff && { staffId: staff }),
    ...(source.trim() && { source: source.trim() }),
    ...(q.trim() && { q: q.trim() }),
  };
}
