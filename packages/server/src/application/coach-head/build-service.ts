import { DEFAULT_LOCATION, offeredServices, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import { freeSlug, isSlug, slugOf } from '../../domain/coach/slug.ts';
import type { InputOf } from '../kernel/contract.ts';
import { slugTaken } from './change-head.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, trimmed } from '../kernel/scope.ts';
import { checkedPlace } from './where.ts';
import { checkedIntake } from './asked-intake.ts';
import { checkedVideo } from './service-video.ts';

export type ServiceFields = Omit<InputOf<'createService'>, 'coach'>;

/** Checks that a slug is unique among the services that a coach offers. Throws SLUG_TAKEN, INVALID_REQUEST. */
export function checkServiceSlug(slug: string, others: readonly Service[]): string {
  if (!isSlug(slug)) refuseInput('slug', 'Must be lower case words joined by hyphens, and no id.');
  if (others.some((other) => other.slug === slug)) throw slugTaken(slug);
  return slug;
}

/**
 * Builds a new service; without a slug it gets one made of its title, and none of the `reserved`. Throws SLUG_TAKEN,
 * INVALID_REQUEST.
 */
export function buildService(
  id: string,
  fields: ServiceFields,
  head: Pick<CoachHead, 'services'>,
  reserved: readonly (string | undefined)[] = [],
): Service {
  const others = offeredServices(head);
  const {
    slug,
    title,
    description,
    duration,
    slotInterval,
    price,
    locationKind = DEFAULT_LOCATION,
    place,
    whatToBring,
    video,
    bufferBefore,
    bufferAfter,
    confirmByEmail,
    active,
    verifyBusy,
    reminders,
    intake,
  } = fields;
  const isTaken = (wanted: string) => reserved.includes(wanted) || others.some((other) => other.slug === wanted);
  const made = () => freeSlug(slugOf(title, 'service'), isTaken);
  return {
    id,
    slug: slug === undefined ? made() : checkServiceSlug(slug, others),
    title: trimmed('title', title),
    duration,
    locationKind,
    ...(place && { place: checkedPlace(place, locationKind) }),
    ...(whatToBring !== undefined && { whatToBring: trimmed('whatToBring', whatToBring) }),
    ...present({ description, slotInterval, price, bufferBefore, bufferAfter }),
    ...present({ confirmByEmail, active, verifyBusy, reminders }),
    ...(video && { video: checkedVideo(video, locationKind) }),
    ...(intake && { intake: checkedIntake(intake, undefined) }),
  };
}
