import { countedPlaces } from '../../domain/booking/claim.ts';
import type { CoachHead, Service } from '../../domain/coach/coach.ts';
import { freeSlug, isSlug, slugOf, type SlugSpace } from '../../domain/coach/slug.ts';
import type { Schedule } from '../../domain/schedule/schedule.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';
import { identify } from '../idempotency/identify.ts';
import { buildSchedule } from '../coach-head/build-schedule.ts';
import { scheduleInvalid } from '../coach-head/schedule-invalid.ts';
import { refuseInput, scopeOf, trimmed } from '../kernel/scope.ts';
import { buildService } from '../coach-head/build-service.ts';
import type { UseCase } from '../ports/use-case.ts';
import { refuseTakenSlug, slugTaken } from '../coach-head/change-head.ts';
import { coachView } from '../coach-head/coach-view.ts';
import { readCoach } from '../coach-head/read-coach.ts';

type CreateCoachNeeds = Pick<Core, 'cache' | 'realNow' | 'newId' | 'coaches' | 'ledgers' | 'idempotency' | 'publicUrl'>;

/** Others may take a free slug between looking and writing. */
const MAX_ATTEMPTS = 5;

export function checkCoachSlug(slug: string): string {
  return isSlug(slug) ? slug : refuseInput('slug', 'Must be lower case words joined by hyphens, and no id.');
}

const madeSlug = async ({ coaches }: Pick<Core, 'coaches'>, space: SlugSpace, name: string): Promise<string> => {
  const wanted = slugOf(name, 'coach');
  const taken = await coaches.slugsLike(space, wanted);
  return freeSlug(wanted, (slug) => taken.includes(slug));
};

/** The slugs that are given go first, so that none made of a title stands in their way. */
const servicesOf = ({ newId }: Pick<Core, 'newId'>, inputs: InputOf<'createCoach'>['services'] = []): Service[] => {
  const given = inputs.map(({ slug }) => slug);
  const services: Service[] = [];
  for (const fields of inputs) services.push(buildService(newId(), fields, { services }, given));
  return services;
};

/** The coach's zone is the schedule's; a schedule that names one too must agree. */
const scheduleOf = ({ timeZone, schedule }: InputOf<'createCoach'>): Schedule => {
  if (schedule?.timeZone !== undefined && schedule.timeZone !== timeZone) {
    throw scheduleInvalid([{ path: 'schedule.timeZone', message: 'Must be the timeZone of the coach.' }]);
  }
  return buildSchedule({ ...schedule, timeZone }, (path) => (path === 'timeZone' ? path : `schedule.${path}`));
};

const buildHead = (
  core: Pick<Core, 'newId'>,
  context: Context,
  input: InputOf<'createCoach'>,
  id: string,
): Omit<CoachHead, 'slug'> => ({
  ...scopeOf(context),
  id,
  name: trimmed('name', input.name),
  bio: input.bio ?? '',
  strengths: input.strengths ?? [],
  specialties: input.specialties ?? [],
  experience: input.experience ?? 0,
  certifications: input.certifications ?? [],
  capacity: input.capacity ?? null,
  active: input.active ?? true,
  services: servicesOf(core, input.services),
  staff: [],
  schedule: scheduleOf(input),
  overrides: [],
  timeOff: [],
  version: 1,
  scheduleVersion: 1,
  createdAt: context.now,
});

/**
 * A coach who could be added now, without being added. Without a slug one is made of the name. Throws SLUG_TAKEN,
 * SCHEDULE_INVALID, INVALID_REQUEST.
 */
export async function draftCoach(
  core: Pick<Core, 'newId' | 'coaches'>,
  context: Context,
  input: InputOf<'createCoach'>,
  id: string,
): Promise<CoachHead> {
  const built = buildHead(core, context, input, id);
  const slug = input.slug === undefined ? await madeSlug(core, built, input.name) : checkCoachSlug(input.slug);
  const head: CoachHead = { ...built, slug };
  await refuseTakenSlug(core, head);
  return head;
}

/**
 * Adds a coach under an id; one that is there under it stays. Throws SLUG_TAKEN, SCHEDULE_INVALID, INVALID_REQUEST.
 */
export async function insertCoach(
  core: Pick<Core, 'newId' | 'coaches'>,
  context: Context,
  input: InputOf<'createCoach'>,
  id: string,
): Promise<'inserted' | 'id_taken'> {
  const built = buildHead(core, context, input, id);
  for (let tries = 0; ; tries++) {
    const slug = input.slug === undefined ? await madeSlug(core, built, input.name) : checkCoachSlug(input.slug);
    const outcome = await core.coaches.insert({ ...built, slug });
    if (outcome !== 'slug_taken') return outcome;
    if (input.slug !== undefined || tries === MAX_ATTEMPTS) throw slugTaken(slug);
  }
}

/**
 * Adds a coach. Without a slug one is made of the name. Throws SLUG_TAKEN, SCHEDULE_INVALID, INVALID_REQUEST,
 * IDEMPOTENCY_MISMATCH.
 */
export const createCoach: UseCase<'createCoach', CreateCoachNeeds> = (core) => async (context, input) => {
  if (context.dryRun)
    return {
      data: coachView(core, context, await draftCoach(core, context, input, core.newId()), { booked: 0, held: 0 }),
    };
  const { id } = await identify(core, context, 'createCoach', input);
  await insertCoach(core, context, input, id);
  const stored = await readCoach(core, context, id);
  return { data: coachView(core, context, stored.head, countedPlaces(stored.places, context.now)) };
};
