import type { components } from '@coach-booking/contract/types';
import type { PlaceCount } from '../../domain/booking/claim.ts';
import { offeredServices, seenByVisitors, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import { intakeView } from './asked-intake.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import { photoView } from './photo-view.ts';
import { isCoachSideOf } from '../kernel/scope.ts';

type Schemas = components['schemas'];

/** The address of a room is for the coach side: visitors join by the link of their booking. */
const videoView = (context: Context, { id }: CoachHead, { video }: Service): Schemas['ServiceVideo'] | undefined =>
  video && (isCoachSideOf(context, id) ? { ...video } : { provider: video.provider });

export function serviceView(context: Context, head: CoachHead, service: Service): Schemas['Service'] {
  return present({
    id: service.id,
    slug: service.slug,
    title: service.title,
    description: service.description,
    duration: service.duration,
    slotInterval: service.slotInterval,
    price: service.price,
    locationKind: service.locationKind,
    place: service.place,
    whatToBring: service.whatToBring,
    video: videoView(context, head, service),
    bufferBefore: service.bufferBefore,
    bufferAfter: service.bufferAfter,
    confirmByEmail: service.confirmByEmail,
    active: service.active,
    verifyBusy: service.verifyBusy,
    reminders: service.reminders && { ...service.reminders, rules: [...service.reminders.rules] },
    intake: service.intake && isCoachSideOf(context, head.id) ? intakeView(service.intake) : undefined,
  });
}

/** `booked` counts bookings to come; live holds are not booked, but not available either. R39. */
export function capacityView({ capacity }: CoachHead, { booked, held }: PlaceCount): Schemas['Capacity'] {
  return { total: capacity, booked, available: capacity === null ? null : Math.max(0, capacity - booked - held) };
}

/** Returns a coach as the caller may see them. */
export function coachView(
  core: Pick<Core, 'publicUrl'>,
  context: Context,
  head: CoachHead,
  places: PlaceCount,
): Schemas['Coach'] {
  return {
    id: head.id,
    slug: head.slug,
    name: head.name,
    photo: photoView(core, head),
    bio: head.bio,
    strengths: [...head.strengths],
    specialties: [...head.specialties],
    experience: head.experience,
    certifications: [...head.certifications],
    capacity: capacityView(head, places),
    active: head.active,
    timeZone: head.schedule.timeZone,
    autoConfirm: head.schedule.autoConfirm,
    ...(head.suggestions?.showInWidget && { showSuggestions: true }),
    ...present({ zoomUser: isCoachSideOf(context, head.id) ? head.zoomUser : undefined }),
    services: offeredServices(isCoachSideOf(context, head.id) ? head : seenByVisitors(head)).map((service) =>
      serviceView(context, head, service),
    ),
  };
}
