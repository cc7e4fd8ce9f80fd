import { instant, minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { InputOf, UseCases } from '../application/kernel/contract.ts';
import type { Stores } from '../application/ports/deps.ts';
import { emailKeyOf } from '../domain/person/written.ts';
import type { User } from '../application/ports/users.ts';
import { present } from '../application/kernel/present.ts';
import { scopeOf } from '../application/kernel/scope.ts';
import { give, type GivingDeps } from './demo-accounts.ts';
import { DEMO_PARTNER, demoContext, personContext } from './demo-partner.ts';
import { loadBookings, type BookingsDeps } from './load-bookings.ts';
import { loadLogs, storedLogs } from './load-logs.ts';
import { DEMO_DAYS } from './people-logs.ts';
import { demoPeople } from './people.ts';
import type { DemoPerson } from './person.ts';

export interface PeopleDeps extends GivingDeps, Pick<Stores, 'profiles' | 'logs' | 'bookings' | 'audit'> {
  readonly useCases: BookingsDeps['useCases'] & Pick<UseCases, 'updateMyProfile'>;
  realNow(): Instant;
}

/** The people registered a few days before their first entries. */
const DAYS_BEFORE = DEMO_DAYS + 5;

const scope = scopeOf(demoContext(instant(0)));
const subject = { kind: 'partner', id: DEMO_PARTNER };

/**
 * Returns when the demo's people were loaded first: their days count from there, also when the rest is loaded later.
 */
const begunAt = async ({ audit, realNow, newId }: PeopleDeps): Promise<Instant> => {
  const at = realNow();
  const [known] = (await audit.list({ ...scope, actions: ['demo.begun'], limit: 100 })).slice(-1);
  if (known) return known.at;
  await audit.append({ ...scope, id: newId(), at, by: { kind: 'system' }, action: 'demo.begun', subject });
  return at;
};

/** Makes the account, with a verified address: the demo's people have no mailbox. */
const account = async (
  deps: PeopleDeps,
  { name, email, phone, timeZone, language }: DemoPerson,
  since: Instant,
): Promise<User> => {
  const details = { name, email, timeZone, language, ...present({ phone }) };
  await give(deps, demoContext(since), { role: 'client', ...details });
  const user = (await deps.users.byEmail(scope, emailKeyOf(email)))!;
  if (!user.emailVerified)
    await deps.users.replace({ ...user, emailVerified: true, version: user.version + 1 }, user.version);
  return user;
};

/** Returns the profile as the person would send it. */
const profileInput = ({ profile }: DemoPerson): InputOf<'updateMyProfile'> => {
  const { goals, dietaryRestrictions, healthComplications, injuries, measurements, ...single } = profile;
  const lists = { goals: [...goals], dietaryRestrictions: [...dietaryRestrictions] };
  return {
    ...single,
    ...lists,
    healthComplications: [...healthComplications],
    injuries: [...injuries],
    measurements: { ...measurements },
  };
};

const isLoaded = async ({ audit }: PeopleDeps): Promise<boolean> =>
  (await audit.count({ ...scope, actions: ['demo.loaded'] }, 1)) > 0;

/**
 * Loads the demo's clients with their profiles, bookings and logs, once: a second run changes nothing, and an
 * interrupted one continues. Needs the demo's partner and coaches.
 */
export async function loadDemoPeople(deps: PeopleDeps): Promise<void> {
  if (await isLoaded(deps)) return;
  const now = await begunAt(deps);
  const since = minus(now, DAYS_BEFORE * DAY);
  const register = async (person: DemoPerson): Promise<[key: string, id: string]> => {
    const { id } = await account(deps, person, since);
    if (!(await deps.profiles.of(scope, id)))
      await deps.useCases.updateMyProfile(personContext(id, since), profileInput(person));
    return [person.key, id];
  };
  const ids = new Map(await Promise.all(demoPeople.map(register)));
  await loadBookings(deps, ids, now);
  const entries = demoPeople.flatMap((person) => storedLogs(scope, ids.get(person.key)!, person, now));
  await loadLogs(deps.logs, entries);
  await deps.audit.append({
    ...scope,
    id: deps.newId(),
    at: deps.realNow(),
    by: { kind: 'system' },
    action: 'demo.loaded',
    subject,
  });
}
