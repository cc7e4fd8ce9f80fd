import type { components } from '@coach-booking/contract/types';
import { latest, minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { nearestTo } from '../../domain/recovery/nearest.ts';
import type { Intent } from '../../domain/recovery/intent.ts';
import { RESUME_LIFE } from '../../domain/recovery/recovery-limits.ts';
import { readVisibleCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { instantOf, instantText, optionalText, rangeText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { recommendSlots, type RecommendSlotsNeeds } from '../recommendations/recommend-slots.ts';
import { intentNotFound } from '../recovery/recovery-of-coach.ts';
import { resumedIntent } from './resumed-intent.ts';

type Resumed = components['schemas']['ResumedBooking'];
type GetResumeNeeds = Pick<Core, 'tokens' | 'intents' | 'incentives'> & RecommendSlotsNeeds;

/** The days before and after the chosen start in which others are looked for. */
const [BEFORE, AFTER] = [7 * DAY, 21 * DAY];
const ALTERNATIVES = 3;
/** All of a range are read, since the nearest may be the last recommended. */
const ALL = 10_000;

const stateOf = ({ contact, status }: Intent, expiresAt: Instant, now: Instant): Resumed['state'] => {
  if (status === 'recovered') return 'used';
  if (!contact) return 'withdrawn';
  return now >= expiresAt ? 'expired' : 'open';
};

/** Returns the free slots around the start that was chosen, or of the days to come, the recommended first. */
const freeSlots = async (core: GetResumeNeeds, context: Context, head: CoachHead, intent: Intent) => {
  const { now } = context;
  const { serviceId, start = now, timeZone } = intent;
  const from = latest(now, minus(start, BEFORE));
  const range = { from: instantText(from), to: instantText(plus(latest(start, now), AFTER)) };
  const asked = { coach: head.id, serviceId, limit: ALL, ...range, ...present({ timeZone }) };
  const { data } = await recommendSlots(core)(context, asked);
  return data.map(({ start: free, end }) => ({ start: instantOf(free), end: instantOf(end) }));
};

const slotsOf = async (
  core: GetResumeNeeds,
  context: Context,
  head: CoachHead,
  intent: Intent,
): Promise<Pick<Resumed, 'chosen' | 'slot' | 'alternatives'>> => {
  const { start } = intent;
  const free = await freeSlots(core, context, head, intent);
  const chosen = { ...present({ chosen: optionalText(start) }) };
  const slot = free.find((each) => each.start === start);
  if (slot) return { ...chosen, slot: rangeText(slot), alternatives: [] };
  const others = start === undefined ? free.slice(0, ALTERNATIVES) : nearestTo(free, start, ALTERNATIVES);
  return { ...chosen, alternatives: others.map(rangeText) };
};

/** Returns the discount of the last message, while nothing has used it up. */
const incentiveOf = async (
  { incentives }: GetResumeNeeds,
  intent: Intent,
  now: Instant,
): Promise<Resumed['incentive']> => {
  const code = intent.attempts.findLast(({ incentiveId }) => incentiveId !== undefined)?.incentiveId;
  const found = code === undefined ? null : await incentives.byCode(intent, code);
  if (!found || found.revokedAt !== undefined || found.expiresAt <= now) return undefined;
  return { type: found.kind, value: found.value, code: found.id, expiresAt: instantText(found.expiresAt) };
};

/**
 * Returns what the link of a recovery restores: the service, the chosen slot or others near it, the person's contact
 * and the discount. A link that is over names the coach alone. Throws INTENT_NOT_FOUND for one that was not made here,
 * and once the person was erased; COACH_NOT_FOUND for a coach who is not to be booked any more.
 */
export const getResume: UseCase<'getResume', GetResumeNeeds> =
  (core) =>
  async (context, { token }) => {
    const intent = await resumedIntent(core, context, token);
    const last = intent.attempts.at(-1);
    if (!last) throw intentNotFound('of this link');
    const { head } = await readVisibleCoach(core, context, intent.coachId);
    const coach = { id: head.id, slug: head.slug, name: head.name };
    const expiresAt = plus(last.at, RESUME_LIFE);
    const state = stateOf(intent, expiresAt, context.now);
    if (state !== 'open') return { data: { state, coach, alternatives: [] } };
    const found = head.services.find(({ id, deletedAt }) => id === intent.serviceId && deletedAt === undefined);
    const { contact, timeZone } = intent;
    const shared = { state, coach, ...present({ contact, timeZone }), expiresAt: instantText(expiresAt) };
    if (!found) return { data: { ...shared, alternatives: [] } };
    const [slots, incentive] = await Promise.all([
      slotsOf(core, context, head, intent),
      incentiveOf(core, intent, context.now),
    ]);
    return {
      data: { ...shared, service: { id: found.id, title: found.title }, ...slots, ...present({ incentive }) },
    };
  };
