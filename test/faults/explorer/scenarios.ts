import { instant, plus, type Instant } from '@coach-booking/time/instant';
import type { Context, Mode } from '../../../packages/server/src/application/kernel/context.ts';
import type { InputOf, UseCaseId } from '../../../packages/server/src/application/kernel/contract.ts';
import { createCore, createUseCase } from '../../../packages/server/src/application/create-use-cases.ts';
import type { Deps } from '../../../packages/server/src/application/ports/deps.ts';
import { expireBooking } from '../../../packages/server/src/application/claiming/expire.ts';
import { isExpired } from '../../../packages/server/src/domain/booking/expiry.ts';
import type { SweepDeps } from '../../../packages/server/src/application/sweep/sweep-claim.ts';
import { sweep } from '../../../packages/server/src/application/sweep/sweep.ts';
import {
  ANA,
  createWorld,
  everyDay,
  givenCoach,
  NOW,
  type World,
} from '../../../packages/server/test/application/world.ts';
import type { ProcessSpec } from './process-tree.ts';
import type { Scenario } from './explore.ts';
import { allProtected, noDouble, noFailure, noLeak, nothingLost, noLateBooking } from './invariants.ts';

/**
 * One operation of a server that has just started. A process of an execution reads a handful; room for thousands, and
 * all operations, take longer to lay out than an execution to run.
 */
const freshly = <Op extends UseCaseId>(operation: Op, deps: Deps) =>
  createUseCase(createCore(deps, { coaches: 10, partners: 10, calendars: 10 }), operation);

/** A coach, and all that happened before two writers and a sweeper meet. */
export interface Given {
  readonly world: World;
  readonly coachId: string;
  readonly serviceId: string;
}

/** Works round the clock, so that a session may lie in two ledgers. */
export async function given(overrides: Partial<InputOf<'createCoach'>> = {}, mode: Mode = 'test'): Promise<Given> {
  const world = createWorld({ mode });
  const coach = await givenCoach(world, {
    schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 30, bookingWindow: 3 },
    ...overrides,
  });
  return { world, coachId: coach.id, serviceId: coach.serviceId! };
}

/** Whole inside one UTC day. */
export const NOON = '2026-04-14T12:00:00Z';
export const EVENING = '2026-04-14T18:00:00Z';
/** Half in it, half in the one before. */
export const MIDNIGHT = '2026-04-15T00:00:00Z';
export const BEFORE_MIDNIGHT = '2026-04-14T23:30:00Z';

const writer = (name: string, run: (deps: Deps) => Promise<unknown>): ProcessSpec => ({
  name,
  run,
  realNow: NOW,
  mayCrash: true,
});

/** Books as a server would that has just started. */
export function booker(
  name: string,
  { world, coachId, serviceId }: Given,
  start: string,
  more: { readonly context?: Partial<Context>; readonly input?: Partial<InputOf<'createBooking'>> } = {},
): ProcessSpec {
  return writer(name, (deps) =>
    freshly('createBooking', deps)(world.visitor(more.context), {
      coachId,
      serviceId,
      start,
      attendee: ANA,
      ...more.input,
    }),
  );
}

/** Returns an actor of the coach side, which overrides every warning. */
export function overrider(name: string, { world, coachId, serviceId }: Given, start: string): ProcessSpec {
  return writer(name, (deps) =>
    freshly('createBooking', deps)(world.partner(), { coachId, serviceId, start, attendee: ANA, override: true }),
  );
}

export function placeTaker(name: string, { world }: Given, input: InputOf<'createBooking'>): ProcessSpec {
  return writer(name, (deps) => freshly('createBooking', deps)(world.visitor(), input));
}

/**
 * Returns an actor that moves a booking. With a version it gives up when another was faster, without one it tries
 * again.
 */
export function mover(name: string, { world }: Given, id: string, start: string, version?: number): ProcessSpec {
  return writer(name, (deps) =>
    freshly('rescheduleBooking', deps)(world.partner(), { id, start, ...(version === undefined ? {} : { version }) }),
  );
}

export function canceller(name: string, { world }: Given, id: string): ProcessSpec {
  return writer(name, (deps) => freshly('deleteBooking', deps)(world.partner(), { id }));
}

/** Two coaches with one person in both teams, so that only that person's calendar can stand between their bookings. */
export interface SharedTeam extends Given {
  readonly other: Given;
  readonly staffId: string;
}

export async function sharedTeam(): Promise<SharedTeam> {
  const setting = await given();
  const { world, coachId } = setting;
  const coach = await givenCoach(world, {
    schedule: { workingHours: everyDay('00:00', '24:00'), slotInterval: 30, bookingWindow: 3 },
  });
  const { data: member } = await world.useCases.createStaff(world.partner(), { coach: coachId, name: 'Jane Smith' });
  const head = world.state.heads.get(coach.id)!;
  world.state.heads.set(coach.id, { ...head, staff: [{ id: member.id, name: member.name, active: true }] });
  return { ...setting, other: { world, coachId: coach.id, serviceId: coach.serviceId! }, staffId: member.id };
}

/** Books on the coach side, which alone may name the member of staff. */
export function staffBooker(
  name: string,
  { world, coachId, serviceId }: Given,
  start: string,
  staffId: string,
): ProcessSpec {
  return writer(name, (deps) =>
    freshly('createBooking', deps)(world.partner(), { coachId, serviceId, start, staffId, attendee: ANA }),
  );
}

export function assigner(name: string, { world }: Given, id: string, staffId: string, version?: number): ProcessSpec {
  return writer(name, (deps) =>
    freshly('updateBooking', deps)(world.partner(), { id, staffId, ...(version === undefined ? {} : { version }) }),
  );
}

export function confirmer(name: string, { world }: Given, id: string): ProcessSpec {
  return writer(name, (deps) => freshly('confirmBooking', deps)(world.partner(), { id }));
}

/** Presses the button in the mail of a booking that its guest confirms so. */
export function prover(
  name: string,
  { world }: Given,
  id: string,
  token: string,
  now: Instant,
  given: (deps: Deps) => Deps = (deps) => deps,
): ProcessSpec {
  return writer(name, (deps) => freshly('proveBooking', given(deps))(world.visitor({ now }), { id, token }));
}

/** Finds the requests that have expired by its own clock, and records that, as the sweeper does in live mode. */
export function expirer(
  name: string,
  { world }: Given,
  now: number,
  given: (deps: Deps) => Deps = (deps) => deps,
): ProcessSpec {
  const requests = [...world.state.bookings.keys()];
  return writer(name, async (own) => {
    const deps = given(own);
    for (const id of requests) {
      const stored = await deps.bookings.find(id);
      if (stored?.kind === 'booking' && isExpired(stored, instant(now)))
        await expireBooking(deps, stored, instant(now));
    }
  });
}

export function completer(name: string, { world }: Given, id: string): ProcessSpec {
  return writer(name, (deps) => freshly('completeBooking', deps)(world.partner(), { id }));
}

export function undoer(name: string, { world }: Given, id: string, version: number): ProcessSpec {
  return writer(name, (deps) => freshly('undoBooking', deps)(world.partner(), { id, version }));
}

export function removerOfStaff(name: string, { world, coachId }: Given, id: string): ProcessSpec {
  return writer(name, (deps) => freshly('deleteStaff', deps)(world.partner(), { coach: coachId, id }));
}

/** Returns an actor that adds time off for the whole of the fourteenth. */
export function adderOfTimeOff(name: string, { world, coachId }: Given): ProcessSpec {
  return writer(name, (deps) =>
    freshly('addTimeOff', deps)(world.partner(), {
      coach: coachId,
      start: '2026-04-14T00:00:00Z',
      end: '2026-04-15T00:00:00Z',
    }),
  );
}

/** Sweeps everything as if it were an hour later: writers in progress are not spared. */
export function sweeper(passes: number, run: (deps: SweepDeps) => Promise<unknown> = sweep): ProcessSpec {
  return {
    name: 'sweeper',
    realNow: plus(NOW, 3_600_000),
    mayCrash: false,
    run: async (deps) => {
      for (let pass = 0; pass < passes; pass++) await run(deps);
    },
  };
}

/**
 * Reads that cannot differ: the head of the coach and the terms of a code do not change here, and no process reads
 * contacts.
 */
const QUIET = /^(leads|coaches|feeds|users|incentives)\.|^ledgers\.read$/;

export function scenario(
  setting: Given,
  processes: readonly ProcessSpec[],
  more: Partial<Pick<Scenario, 'always' | 'finally' | 'isLocal'>> = {},
): Scenario {
  const { world } = setting;
  return {
    initial: world.state,
    processes,
    isLocal: more.isLocal ?? ((call) => QUIET.test(call)),
    // Without a limit no place is refused. R30.
    isApart: (ledgerId) =>
      ledgerId.endsWith(':places') && world.state.heads.get(ledgerId.slice(0, 24))?.capacity === null,
    always: [noDouble, nothingLost, noFailure, ...(more.always ?? [])],
    finally: [noLateBooking, allProtected(world.visitor().now), noLeak, ...(more.finally ?? [])],
  };
}
