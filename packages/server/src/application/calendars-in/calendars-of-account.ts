import type { components } from '@coach-booking/contract/types';
import type { AccountCalendar } from '../../domain/calendar-source/account-calendar.ts';
import type { ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import type { ConnectedAccess } from '../../domain/calendar-source/source-access.ts';
import { googleCalendars } from '../google/google-calendars.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { GraphNeeds } from '../microsoft/graph.ts';
import { microsoftCalendars } from '../microsoft/microsoft-calendars.ts';
import { CaldavFailure } from '../ports/caldav.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { checkAddress, checkConnection } from './access-of-input.ts';
import { failureOfCaldav } from './caldav-failure.ts';
import { failureOfProvider } from './failure-of-provider.ts';
import { SENTENCES } from './source-view.ts';

type Found = components['schemas']['FoundCalendar'];
type Discovery = InputOf<'discoverExternalCalendars'>;
/** An account, by the fields of its kind. */
export type AccountInput = Pick<Discovery, 'kind' | 'server' | 'user' | 'password' | 'connectionId'>;
export type AccountNeeds = Pick<Core, 'outbound' | 'caldav'> & GraphNeeds;

type List = (core: AccountNeeds, context: Context, input: AccountInput, coachId: string) => Promise<Found[]>;

/** In mode test nothing leaves (R11), so the account has two calendars that are made up. */
const madeUp = (idOf: (name: string) => string): Found[] => [
  { id: idOf('personal'), name: 'Personal', isWritable: true },
  { id: idOf('holidays'), name: 'Holidays', isWritable: false },
];

const failed = (path: keyof AccountInput, reason: ReadingFailure): Refusal => {
  const message = SENTENCES[reason];
  return new Refusal('CALENDAR_ACCOUNT_FAILED', `${path}: ${message}`, { reason, problems: [{ path, message }] });
};

const ofCaldav: List = async (core, context, input) => {
  const { mode } = context.caller;
  const [server, user, password] = [input.server!, input.user!, input.password!];
  await checkAddress(core, context, server, 'server');
  if (mode === 'test') return madeUp((name) => new URL(`/calendars/test/${name}/`, server).href);
  try {
    return [...(await core.caldav.calendars({ mode, server, user, password }))];
  } catch (error) {
    if (!(error instanceof CaldavFailure)) throw error;
    const reason = failureOfCaldav(error);
    throw failed(reason === 'REVOKED' ? 'password' : 'server', reason);
  }
};

type AccountKind = AccountInput['kind'];

/** Lists the calendars of a connected account, as its provider does. */
const ofConnected =
  (
    kind: ConnectedAccess['kind'],
    list: (core: GraphNeeds, connectionId: string) => Promise<readonly AccountCalendar[]>,
  ): List =>
  async (core, context, { connectionId = '' }, coachId) => {
    await checkConnection(core, context, coachId, kind, connectionId);
    if (context.caller.mode === 'test') return madeUp((name) => `test-${name}`);
    try {
      const all = await list(core, connectionId);
      return all.map(({ id, name, canWrite }) => ({ id, name, isWritable: canWrite }));
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      throw failed('connectionId', failureOfProvider(error, core.realNow()).code);
    }
  };

/** Lists of the calendars of accounts, by the kind of these. */
const lists: { readonly [K in AccountKind]?: List } = {
  caldav: ofCaldav,
  google: ofConnected('google', googleCalendars),
  microsoft: ofConnected('microsoft', microsoftCalendars),
};

/**
 * Lists the calendars of an account. Throws INVALID_REQUEST for a kind that has none, URL_NOT_ALLOWED,
 * CALENDAR_ACCOUNT_FAILED.
 */
export async function calendarsOfAccount(
  core: AccountNeeds,
  context: Context,
  account: AccountInput,
  coachId: string,
): Promise<Found[]> {
  const list = lists[account.kind];
  if (!list) refuseInput('kind', `Calendars of the kind ${account.kind} cannot be listed here.`);
  return list(core, context, account, coachId);
}
