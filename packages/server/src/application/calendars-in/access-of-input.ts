import { isSameSite } from '../../domain/dav/same-site.ts';
import type {
  ConnectedAccess,
  SourceAccess,
  SourceCalendar,
  SourceKind,
} from '../../domain/calendar-source/source-access.ts';
import { checkUrl } from '../access/allowed-url.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { Refusal } from '../kernel/refusal.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import { isOffered } from './source-readers.ts';

type Input = InputOf<'createExternalCalendar'>;
export type AccessNeeds = Pick<Core, 'outbound' | 'providerConnections'>;

/** The fields by which sources of a kind are reached. */
const fieldsOf = {
  ics: ['url'],
  caldav: ['server', 'user', 'password', 'calendars'],
  google: ['connectionId', 'calendars'],
  microsoft: ['connectionId', 'calendars'],
} as const satisfies Readonly<Record<SourceKind, readonly (keyof Input)[]>>;
const allFields = [...new Set(Object.values(fieldsOf).flat())];

/**
 * Throws INVALID_REQUEST for a kind that is not offered here, where a field of this kind is missing, and where one of
 * another kind is there. `calendars` may be left out by who asks for them.
 */
export function checkFields(
  kind: SourceKind,
  input: Partial<Input>,
  among: readonly (keyof Input)[] = allFields,
): void {
  if (!isOffered(kind)) refuseInput('kind', `This server does not offer calendars of the kind ${kind}.`);
  const own: readonly string[] = fieldsOf[kind];
  for (const field of among) {
    if (own.includes(field) && input[field] === undefined) refuseInput(field, `Calendars of the kind ${kind} need it.`);
    if (!own.includes(field) && input[field] !== undefined)
      refuseInput(field, `Calendars of the kind ${kind} do not have it.`);
  }
}

/** Throws URL_NOT_ALLOWED. In mode test nothing is called, so nothing is looked up either. */
export async function checkAddress(
  core: Pick<Core, 'outbound'>,
  context: Context,
  url: string,
  path: 'url' | 'server' = 'url',
): Promise<void> {
  if (context.caller.mode === 'live') return checkUrl(core, context, url, path);
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || parsed.username !== '' || parsed.password !== '')
    throw new Refusal('URL_NOT_ALLOWED', `${path}: This is no address without a name and a password.`);
}

/** Throws INVALID_REQUEST for a calendar elsewhere than at its server, where the password is not for. */
const checkSite = (server: string, calendars: readonly SourceCalendar[]): void => {
  for (const [n, { id }] of calendars.entries())
    if (!URL.canParse(id) || !isSameSite(new URL(server), new URL(id)))
      refuseInput(`calendars.${n}.id`, 'A calendar has to be at the server of its account.');
};

/** Throws INVALID_REQUEST for an account that is not the coach's, or of another provider. */
export async function checkConnection(
  { providerConnections }: Pick<Core, 'providerConnections'>,
  context: Context,
  coachId: string,
  kind: ConnectedAccess['kind'],
  connectionId: string,
): Promise<void> {
  const all = await providerConnections.ofCoach(scopeOf(context), coachId);
  if (!all.some(({ id, provider, task }) => id === connectionId && provider === kind && task !== 'end'))
    refuseInput('connectionId', `The coach has connected no account of ${kind} with this id.`);
}

/**
 * Returns how a calendar of a coach is reached, by its kind. Throws INVALID_REQUEST for fields that do not fit the
 * kind, for an account that is not the coach's, and for a kind that is not offered here; URL_NOT_ALLOWED.
 */
export async function accessOf(
  core: AccessNeeds,
  context: Context,
  coachId: string,
  input: Input,
): Promise<SourceAccess> {
  const { kind = 'ics', server, user, password, connectionId, calendars } = input;
  checkFields(kind, input);
  if (kind === 'caldav') {
    await checkAddress(core, context, server!, 'server');
    checkSite(server!, calendars!);
    return { kind, server: server!, user: user!, password: password!, calendars: calendars! };
  }
  if (kind === 'google' || kind === 'microsoft') {
    await checkConnection(core, context, coachId, kind, connectionId!);
    if (new Set(calendars!.map(({ id }) => id)).size < calendars!.length)
      refuseInput('calendars', 'A calendar is in it twice.');
    return { kind, connectionId: connectionId!, calendars: calendars! };
  }
  const url = input.url!.replace(/^webcal:/i, 'https:');
  await checkAddress(core, context, url);
  return { kind, url };
}
