import type { components } from '@coach-booking/contract/types';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import { CaldavFailure } from '../ports/caldav.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkAddress, checkFields } from './access-of-input.ts';
import { failureOfCaldav } from './caldav-failure.ts';
import type { FindSourceNeeds } from './find-source.ts';
import { SENTENCES } from './source-view.ts';

type Found = components['schemas']['FoundCalendar'];
type Input = InputOf<'discoverExternalCalendars'>;
type DiscoverNeeds = Pick<Core, 'outbound' | 'caldav'>;

/** The fields of an account; its calendars are what is asked for. */
const FIELDS = ['server', 'user', 'password', 'connectionId'] as const;

/** In mode test nothing leaves (R11), so the account has two calendars that are made up. */
const madeUp = (server: string): Found[] => [
  { id: new URL('/calendars/test/personal/', server).href, name: 'Personal', isWritable: true },
  { id: new URL('/calendars/test/holidays/', server).href, name: 'Holidays', isWritable: false },
];

const ofCaldav = async (core: DiscoverNeeds, context: Context, input: Input): Promise<Found[]> => {
  const { mode } = context.caller;
  const [server, user, password] = [input.server!, input.user!, input.password!];
  await checkAddress(core, context, server, 'server');
  if (mode === 'test') return madeUp(server);
  try {
    return [...(await core.caldav.calendars({ mode, server, user, password }))];
  } catch (error) {
    if (!(error instanceof CaldavFailure)) throw error;
    const reason = failureOfCaldav(error);
    const message = SENTENCES[reason];
    const path = reason === 'REVOKED' ? 'password' : 'server';
    throw new Refusal('CALENDAR_ACCOUNT_FAILED', `${path}: ${message}`, { reason, problems: [{ path, message }] });
  }
};

type AccountKind = Input['kind'];

/** Lists of the calendars of accounts, by the kind of these. */
const lists: { readonly [K in AccountKind]?: typeof ofCaldav } = { caldav: ofCaldav };

/**
 * Lists the calendars of an account, and stores nothing. Throws COACH_NOT_FOUND, INVALID_REQUEST for fields that do not
 * fit the kind, URL_NOT_ALLOWED, CALENDAR_ACCOUNT_FAILED.
 */
export const discoverExternalCalendars: UseCase<'discoverExternalCalendars', DiscoverNeeds & FindSourceNeeds> =
  (core) => async (context, input) => {
    await readCoach(core, context, input.coach);
    checkFields(input.kind, input, FIELDS);
    const list = lists[input.kind];
    if (!list) refuseInput('kind', `Calendars of the kind ${input.kind} cannot be listed here.`);
    return { data: await list(core, context, input) };
  };
