import { permitZoomUser } from '../kernel/permit-zoom-user.ts';
import { trimmed } from '../kernel/scope.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { coachView } from '../coach-head/coach-view.ts';
import { placesNow } from '../claiming/places-now.ts';
import { checkCoachSlug } from './create-coach.ts';

type UpdateCoachNeeds = ChangeHeadNeeds & Pick<Core, 'bookings' | 'publicUrl'>;

/**
 * Changes the given fields and keeps the rest. Throws COACH_NOT_FOUND, SLUG_TAKEN, INVALID_REQUEST, VERSION_CONFLICT,
 * NOT_PERMITTED_FIELD.
 */
export const updateCoach: UseCase<'updateCoach', UpdateCoachNeeds> =
  (core) =>
  async (context, { coach, ...input }) => {
    const { name, slug, bio, strengths, specialties, experience, certifications, capacity, active, zoomUser } = input;
    permitZoomUser(context, zoomUser);
    if (slug !== undefined) checkCoachSlug(slug);
    const trimmedName = name === undefined ? undefined : trimmed('name', name);
    const changes = present({
      name: trimmedName,
      slug,
      bio,
      strengths,
      specialties,
      experience,
      certifications,
      capacity,
      active,
      zoomUser: zoomUser ?? undefined,
    });
    const { head, places } = await changeHead(core, context, coach, () => ({
      ...changes,
      ...(zoomUser === null && { zoomUser: undefined }),
    }));
    return { data: coachView(core, context, head, await placesNow(core, context, places)) };
  };
