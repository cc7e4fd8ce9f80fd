import type { CalendarFlowState, LocationKind, NewBooking, Service } from '@coach-booking/sdk';
import { wallOf } from '../../../internal/dates/wall.ts';
import { momentOf } from '../parts/moment-fields.ts';

/** A new booking as it is typed. `service` is an id, empty for a length of one's own. */
export interface CreateForm {
  readonly service: string;
  readonly date: string;
  readonly time: string;
  readonly duration: string;
  readonly locationKind: LocationKind;
  readonly staffId: string;
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly notes: string;
  readonly submitted: boolean;
  /** Fields that were left once. */
  readonly touched: Readonly<Record<string, true>>;
}

/** Returns the form as it opens. A marked stretch chooses the service that is as long, else counts as it is. */
export function initialCreateForm(
  { start, end }: { readonly start: string; readonly end?: string | undefined },
  { services, timeZone, schedule }: Pick<CalendarFlowState, 'services' | 'timeZone' | 'schedule'>,
): CreateForm {
  const marked = end ? (Date.parse(end) - Date.parse(start)) / 60_000 : null;
  const service = marked === null ? services[0] : services.find(({ duration }) => duration === marked);
  return {
    service: service?.id ?? '',
    ...wallOf(start, timeZone),
    duration: `${marked ?? service?.duration ?? schedule?.defaultDuration ?? 60}`,
    locationKind: service?.locationKind ?? services[0]?.locationKind ?? 'in_person',
    staffId: '',
    title: '',
    name: '',
    email: '',
    phone: '',
    notes: '',
    submitted: false,
    touched: {},
  };
}

/** Returns what choosing a service brings along. */
export function withService(service: Service | undefined): Partial<CreateForm> {
  return service
    ? { service: service.id, duration: `${service.duration}`, locationKind: service.locationKind }
    : { service: '' };
}

/** Returns the invalid fields of the person, with the phrase of each problem. */
export function personProblems({ name, email, phone }: Pick<CreateForm, 'name' | 'email' | 'phone'>) {
  const address = email.trim();
  const number = phone.trim();
  return {
    name: name.trim() ? null : 'required',
    email: !address || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? null : 'invalidEmail',
    phone: !number || /(\P{Nd}*\p{Nd}){5}/u.test(number) ? null : 'invalidPhone',
  } as const;
}

/** Returns what is sent; null while something is not right. What follows from the service is left out. */
export function newBookingOf(
  typed: CreateForm,
  { timeZone, services }: Pick<CalendarFlowState, 'timeZone' | 'services'>,
): NewBooking | null {
  const moment = momentOf(typed, timeZone);
  if (!moment || Object.values(personProblems(typed)).some(Boolean)) return null;
  const service = services.find(({ id }) => id === typed.service);
  const [email, phone] = [typed.email.trim(), typed.phone.trim()];
  const [notes, summary] = [typed.notes.trim(), typed.title.trim()];
  return {
    start: moment.start,
    ...(service && { serviceId: service.id }),
    ...(moment.duration !== service?.duration && { duration: moment.duration }),
    ...(typed.locationKind !== service?.locationKind && { locationKind: typed.locationKind }),
    ...(typed.staffId && { staffId: typed.staffId }),
    ...(summary && { summary }),
    ...(notes && { notes }),
    attendee: { name: typed.name.trim(), ...(email && { email }), ...(phone && { phone }) },
  };
}

/** A person known from the bookings on the screen. */
export interface KnownPerson {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Everybody of the bookings, once per address, by name. */
export function peopleOf(bookings: CalendarFlowState['bookings']): KnownPerson[] {
  const byEmail = new Map(
    bookings.flatMap(({ attendee: { name, email, phone = '' } }) =>
      email === undefined ? [] : [[email.toLowerCase(), { name, email, phone }] as const],
    ),
  );
  return [...byEmail.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Returns what typing a name brings along: the rest of the person of exactly that name, as far as nothing was typed
 * there.
 */
export function withName(
  name: string,
  typed: Pick<CreateForm, 'email' | 'phone'>,
  people: readonly KnownPerson[],
): Partial<CreateForm> {
  const known = people.filter((person) => person.name === name);
  return known.length === 1
    ? { name, email: typed.email || known[0]!.email, phone: typed.phone || known[0]!.phone }
    : { name };
}
