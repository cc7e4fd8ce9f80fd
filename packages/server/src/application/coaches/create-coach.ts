import type { CoachHead, Service } from '../../domain/coach/coach.ts';
import { freeSlug, isSlug, slugOf } from '../../domain/coach/slug.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract.ts';
import type { Core } from '../core.ts';
import { identify } from '../idempotency/identify.ts';
import { refuseInput, scopeOf } from '../scope.ts';
import { buildSchedule } from '../schedule/build-schedule.ts';
import { buildService } from '../services/build-service.ts';
import type { UseCase } from '../use-case.ts';
import { slugTaken } from './change-head.ts';
import { coachView } from './coach-view.ts';
import { readCoach } from './read-coach.ts';

/** Others may take a free slug between looking and writing. */
const ATTEMPTS = 5;

export const checkCoachSlug = (slug: string): string =>
  isSlug(slug) ? slug : refuseInput('slug', 'Must be lower case words joined by hyphens, and no id.');

const madeSlug = async (core: Core, name: string): Promise<string> => {
  const wanted = slugOf(name, 'coach');
  const taken = await core.coaches.slugsLike(wanted);
  return freeSlug(wanted, (slug) => taken.includes(slug));
};

const servicesOf = (core: Core, inputs: InputOf<'createCoach'>['services'] = []): Service[] => {
  const services: Service[] = [];
  for (const fields of inputs) services.push(buildService(core.newId(), fields, { services }));
  return services;
};

const buildHead = (core: Core, context: Context, input: InputOf<'createCoach'>, id: string, slug: string): CoachHead => {
  const { timeZone, schedule } = input;
  if (schedule?.timeZone !== undefined && schedule.timeZone !== timeZone)
    refuseInput('schedule.timeZone', 'Must be the timeZone of the coach.');
  return {
    ...scopeOf(context),
    id,
    slug,
    name: input.name.trim(),
    bio: input.bio ?? '',
    strengths: input.strengths ?? [],
    specialties: input.specialties ?? [],
    experience: input.experience ?? 0,
    certifications: input.certifications ?? [],
    capacity: input.capacity ?? null,
    active: input.active ?? true,
    services: servicesOf(core, input.services),
    schedule: buildSchedule({ ...schedule, timeZone }),
    overrides: [],
    timeOff: [],
    version: 1,
    createdAt: context.now,
  };
};

/** Adds a coach. Without a slug one is made of the name. Throws SLUG_TAKEN, SCHEDULE_INVALID, INVALID_REQUEST, IDEMPOTENCY_MISMATCH. */
export const createCoach: UseCase<'createCoach'> = (core) => async (context, input) => {
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'createCoach', input)).id;
  for (let tries = 0; ; tries++) {
    const slug = input.slug === undefined ? await madeSlug(core, input.name) : checkCoachSlug(input.slug);
    const head = buildHead(core, context, input, id, slug);
    if (context.dryRun) {
      if ((await core.coaches.idOfSlug(slug)) !== null) throw slugTaken(slug);
      return { data: coachView(head, 0) };
    }
    const outcome = await core.coaches.insert(head);
    if (outcome === 'slug_taken' && (input.slug !== undefined || tries === ATTEMPTS)) throw slugTaken(slug);
    if (outcome === 'slug_taken') continue;
    const stored = await readCoach(core, context, id);
    return { data: coachView(stored.head, stored.places.length) };
  }
};
