import { MAX_SERVICES, offeredServices } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { serviceView } from '../coach-head/coach-view.ts';
import { identify } from '../idempotency/identify.ts';
import { refuseInput } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { buildService } from '../coach-head/build-service.ts';
import { checkVideoOf, type CheckVideoNeeds } from './check-video.ts';
import type { Core } from '../ports/core.ts';

type CreateServiceNeeds = Pick<Core, 'newId' | 'idempotency'> & ChangeHeadNeeds & CheckVideoNeeds;

/**
 * Adds a service after the existing ones. Throws COACH_NOT_FOUND, SLUG_TAKEN, INVALID_REQUEST, IDEMPOTENCY_MISMATCH,
 * VERSION_CONFLICT, VIDEO_NOT_CONNECTED.
 */
export const createService: UseCase<'createService', CreateServiceNeeds> = (core) => async (context, input) => {
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'createService', input)).id;
  const { coach, ...fields } = input;
  await checkVideoOf(core, context, coach, fields.video);
  const { head } = await changeHead(core, context, coach, (old) => {
    if (old.services.some((service) => service.id === id)) return null;
    if (offeredServices(old).length >= MAX_SERVICES) refuseInput('services', `At most ${MAX_SERVICES} can be offered.`);
    return { services: [...old.services, buildService(id, fields, old)] };
  });
  return {
    data: serviceView(
      context,
      head,
      head.services.find((service) => service.id === id)!,
    ),
  };
};
