import type { CalendarFlowState, FoundPerson, LocationKind, NewBooking, Service } from '@coach-booking/sdk';
import { momentOf, typedAt } from '../parts/moment-fields.ts';
import { notifyOf, type NotifyChoice, type Recipient } from '../parts/tell.ts';

/** A new booking as it is typed. `service` is an id, empty for a length without a service. */
export interface CreateForm extends NotifyChoice {
  readonly service: string;
  readonly date: string;
  readonly time: string;
  readonly duration: string;
  readonly at?: string | undefined;
  readonly locationKind: LocationKind;
  /** The address of a session in person; empty for the service's. */
  readonly place: string;
  readonly staffId: string;
  readonly title: string;
  /** The person who was chosen among the results; then the typed fields of a person do not count. */
  readonly person: FoundPerson | null;
  /** The results of the search; null before a search, or after a failed one. */
  readonly found: readonly FoundPerson[] | null;
  readonly searchFailed: boolean;
  /** Whether the list of results is shown; `active` is the result that the keys have reached, -1 none. */
  readonly listOpen: boolean;
  readonly active: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly notes: string;
  readonly submitted: boolean;
  /** Fields that were left once. */
  readonly touched: Readonly<Record<string, true>>;
}

/** Returns the form's first state. A drawn range chooses the service of its length, else sets the length itself. */
export function initialCreateForm(
  {
    start,
    end,
    serviceId,
    person,
  }: {
    readonly start: string;
    readonly end?: string | undefined;
    readonly serviceId?: string;
    readonly person?: FoundPerson | null;
  },
  { services, timeZone, schedule }: Pick<CalendarFlowState, 'services' | 'timeZone' | 'schedule'>,
): CreateForm {
  const marked = end ? (Date.parse(end) - Date.parse(start)) / 60_000 : null;
  const chosen = services.find(({ id }) => id === serviceId);
  const service = chosen
    ? chosen
    : marked === null
      ? services[0]
      : services.find(({ duration }) => duration === marked);
  return {
    service: service?.id ?? '',
    ...typedAt(start, timeZone),
    duration: `${marked ?? service?.duration ?? schedule?.defaultDuration ?? 60}`,
    locationKind: service?.locationKind ?? services[0]?.locationKind ?? 'in_person',
    place: '',
    staffId: '',
    title: '',
    person: person ?? null,
    found: null,
    searchFailed: person === null,
    listOpen: false,
    active: -1,
    name: '',
    email: '',
    phone: '',
    notes: '',
    tell: null,
    submitted: false,
    touched: {},
  };
}

/** Returns the fields that follow from choosing a service. */
export function withService(service: Service | undefined): Partial<CreateForm> {
  return service
    ? { service: service.id, duration: `${service.duration}`, locationKind: service.locationKind }
    : { service: '' };
}

/** Returns the invalid fields of the person, with the phrase of each problem; none for a person who was chosen. */
export function personProblems({
  person,
  name,
  email,
  phone,
}: Pick<CreateForm, 'person' | 'name' | 'email' | 'phone'>) {
  const address = email.trim();
  const number = phone.trim();
  return {
    name: person || name.trim() ? null : 'required',
    email: person || !address || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? null : 'invalidEmail',
    phone: person || !number || /(\P{Nd}*\p{Nd}){5}/u.test(number) ? null : 'invalidPhone',
  } as const;
}

/** Returns the attendee: by id for a person who was chosen, so that the booking belongs to that account (M7). */
function attendeeOf({ person, ...typed }: CreateForm): Pick<NewBooking, 'attendee' | 'clientId' | 'leadId'> {
  if (person) return person.kind === 'client' ? { clientId: person.id } : { leadId: person.id };
  const [email, phone] = [typed.email.trim(), typed.phone.trim()];
  return { attendee: { name: typed.name.trim(), ...(email && { email }), ...(phone && { phone }) } };
}

/** Returns the recipient of a notification, and the start. */
export function recipientOf(typed: CreateForm, timeZone: string): Recipient {
  const { person, email } = typed;
  return { email: person ? person.email : email.trim(), start: momentOf(typed, timeZone)?.start };
}

/**
 * Returns the input of the request; null while a field is invalid. Fields that follow from the service are left out.
 */
export function newBookingOf(
  typed: CreateForm,
  { timeZone, services, now }: Pick<CalendarFlowState, 'timeZone' | 'services'> & { readonly now: number },
): NewBooking | null {
  const moment = momentOf(typed, timeZone);
  if (!moment || Object.values(personProblems(typed)).some(Boolean)) return null;
  const service = services.find(({ id }) => id === typed.service);
  const [notes, summary, address] = [typed.notes.trim(), typed.title.trim(), typed.place.trim()];
  return {
    start: moment.start,
    ...(service && { serviceId: service.id }),
    ...(moment.duration !== service?.duration && { duration: moment.duration }),
    ...(typed.locationKind !== service?.locationKind && { locationKind: typed.locationKind }),
    ...(address && typed.locationKind === 'in_person' && { place: { address } }),
    ...(typed.staffId && { staffId: typed.staffId }),
    ...(summary && { summary }),
    ...(notes && { notes }),
    ...attendeeOf(typed),
    ...notifyOf({ now }, recipientOf(typed, timeZone), typed),
  };
}
