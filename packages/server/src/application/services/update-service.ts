import { trimmed } from '../kernel/scope.ts';
import type { MeetingPlace } from '../../domain/booking/booking.ts';
import { movedService, offeredServices, remindersFor, type CoachHead, type Service } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { serviceView } from '../coach-head/coach-view.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkServiceSlug } from '../coach-head/build-service.ts';
import { checkedPlace } from '../coach-head/where.ts';
import { checkedIntake } from '../coach-head/asked-intake.ts';
import { checkedVideo } from '../coach-head/service-video.ts';
import { checkVideoOf, type CheckVideoNeeds } from './check-video.ts';
import { changeService } from './change-service.ts';

type UpdateServiceNeeds = ChangeHeadNeeds & CheckVideoNeeds;

type Removable =
  'price' | 'whatToBring' | 'confirmByEmail' | 'reminders' | 'slotInterval' | 'bufferBefore' | 'bufferAfter';

/** Returns the service without those of its fields that were sent as null. */
const without = <T extends Service>(service: T, sent: Readonly<Partial<Record<Removable, unknown>>>): Service =>
  Object.fromEntries(
    Object.entries(service).filter(([name]) => sent[name as Removable] !== null),
  ) as unknown as Service;

/** Returns the service with the place that was sent, or else with its own, which it has only in person. */
const withPlace = (sent: MeetingPlace | null | undefined, { place: own, ...service }: Service): Service => {
  if (sent) return { ...service, place: checkedPlace(sent, service.locationKind) };
  return { ...service, ...(own && sent !== null && service.locationKind === 'in_person' && { place: own }) };
};

/** Returns the service with the video that was sent, or else with its own, which it has only online. */
const withVideo = (sent: InputOf<'updateService'>['video'], { video: own, ...service }: Service): Service => {
  if (sent) return { ...service, video: checkedVideo(sent, service.locationKind) };
  return { ...service, ...(own && sent !== null && service.locationKind === 'online' && { video: own }) };
};

/** Returns the service with what was sent to be asked, or else with its own; null asks what the partner does. */
const withIntake = (sent: InputOf<'updateService'>['intake'], { intake: own, ...service }: Service): Service => {
  if (sent) return { ...service, intake: checkedIntake(sent, own) };
  return { ...service, ...(own && sent !== null && { intake: own }) };
};

/**
 * Changes the given fields of a service; existing bookings keep what they were made with. Throws SERVICE_NOT_FOUND,
 * SLUG_TAKEN, COACH_NOT_FOUND, INVALID_REQUEST, VERSION_CONFLICT, VIDEO_NOT_CONNECTED.
 */
export const updateService: UseCase<'updateService', UpdateServiceNeeds> =
  (core) =>
  async (context, { coach, id, ...fields }) => {
    const {
      slug,
      description,
      duration,
      slotInterval,
      price,
      locationKind,
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
      position,
    } = fields;
    await checkVideoOf(core, context, coach, video);
    const title = fields.title === undefined ? undefined : trimmed('title', fields.title);
    const changes = present({
      slug,
      title,
      description,
      duration,
      slotInterval: slotInterval ?? undefined,
      price: price ?? undefined,
      locationKind,
      whatToBring: whatToBring ? trimmed('whatToBring', whatToBring) : undefined,
      bufferBefore: bufferBefore ?? undefined,
      bufferAfter: bufferAfter ?? undefined,
      confirmByEmail: confirmByEmail ?? undefined,
      active,
      verifyBusy,
      reminders: reminders ?? undefined,
    });
    const { head } = await changeHead(core, context, coach, (old) => {
      const others = offeredServices(old).filter((service) => service.id !== id);
      if (slug !== undefined) checkServiceSlug(slug, others);
      const same = changeService(old, id, (service) =>
        withIntake(intake, withVideo(video, withPlace(place, { ...without(service, fields), ...changes }))),
      );
      const changed = position === undefined ? same : { services: movedService(same, id, position) };
      // Bookings made before get reminders by the new rules, too. R45.
      const rulesIn = ({ services }: Pick<CoachHead, 'services'>) =>
        JSON.stringify(remindersFor({ ...old, services }, { serviceId: id }));
      return { ...changed, ...(rulesIn(old) !== rulesIn(changed) && { remindersSince: context.now }) };
    });
    return {
      data: serviceView(
        context,
        head,
        head.services.find((service) => service.id === id)!,
      ),
    };
  };
