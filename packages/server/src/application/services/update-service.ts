import { trimmed } from '../kernel/scope.ts';
import { offeredServices } from '../../domain/coach/coach.ts';
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
    });
    const { head } = await changeHead(core, context, coach, (old) => {
      const others = offeredServices(old).filter((service) => service.id !== id);
      if (slug !== undefined) checkServiceSlug(slug, others);
      return changeService(old, id, ({ price: before, ...service }) => ({
        ...service,
        ...(before && price !== null && { price: before }),
        ...changes,
      }));
    });
    return { data: serviceView(head.services.find((service) => service.id === id)!) };
  };
