import { trimmed } from '../kernel/scope.ts';
import { offeredServices, remindersFor, type CoachHead } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { serviceView } from '../coach-head/coach-view.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkServiceSlug } from '../coach-head/build-service.ts';
import { changeService } from './change-service.ts';

type UpdateServiceNeeds = ChangeHeadNeeds;

/**
 * Changes the given fields of a service; existing bookings keep what they were made with. Throws SERVICE_NOT_FOUND,
 * SLUG_TAKEN, COACH_NOT_FOUND, INVALID_REQUEST, VERSION_CONFLICT.
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
      bufferBefore,
      bufferAfter,
      confirmByEmail,
      reminders,
    } = fields;
    const title = fields.title === undefined ? undefined : trimmed('title', fields.title);
    const changes = present({
      slug,
      title,
      description,
      duration,
      slotInterval,
      price: price ?? undefined,
      locationKind,
      bufferBefore,
      bufferAfter,
      confirmByEmail,
      reminders: reminders ?? undefined,
    });
    const { head } = await changeHead(core, context, coach, (old) => {
      const others = offeredServices(old).filter((service) => service.id !== id);
      if (slug !== undefined) checkServiceSlug(slug, others);
      const changed = changeService(old, id, ({ price: before, reminders: rules, ...service }) => ({
        ...service,
        ...(before && price !== null && { price: before }),
        ...(rules && reminders !== null && { reminders: rules }),
        ...changes,
      }));
      // Bookings made before get reminders by the new rules, too. R45.
      const rulesIn = ({ services }: Pick<CoachHead, 'services'>) =>
        JSON.stringify(remindersFor({ ...old, services }, { serviceId: id }));
      return { ...changed, ...(rulesIn(old) !== rulesIn(changed) && { remindersSince: context.now }) };
    });
    return { data: serviceView(head.services.find((service) => service.id === id)!) };
  };
