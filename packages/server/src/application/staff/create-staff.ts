import { cleanEmail } from '../../domain/person/written.ts';
import { MAX_STAFF, teamOf } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { identify } from '../idempotency/identify.ts';
import { present } from '../kernel/present.ts';
import { permitZoomUser } from '../kernel/permit-zoom-user.ts';
import { refuseInput, trimmed } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { readPhone } from './read-phone.ts';
import { staffView } from './staff-view.ts';
import type { Core } from '../ports/core.ts';

type CreateStaffNeeds = Pick<Core, 'phones' | 'newId' | 'idempotency'> & ChangeHeadNeeds;

/**
 * Adds a member to the team. Throws COACH_NOT_FOUND, INVALID_REQUEST when there are too many, IDEMPOTENCY_MISMATCH,
 * VERSION_CONFLICT, NOT_PERMITTED_FIELD.
 */
export const createStaff: UseCase<'createStaff', CreateStaffNeeds> = (core) => async (context, input) => {
  const { coach, name, email, phone, active = true, zoomUser } = input;
  permitZoomUser(context, zoomUser);
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'createStaff', input)).id;
  const known = {
    id,
    name: trimmed('name', name),
    active,
    ...present({ email: email === undefined ? undefined : cleanEmail(email), zoomUser: zoomUser ?? undefined }),
  };
  const { head } = await changeHead(core, context, coach, (old) => {
    if (old.staff.some((other) => other.id === id)) return null;
    if (teamOf(old).length >= MAX_STAFF) refuseInput('staff', `A team has at most ${MAX_STAFF} members.`);
    return { staff: [...old.staff, { ...known, ...present({ phone: readPhone(core, old, phone) }) }] };
  });
  return { data: staffView(head.staff.find((other) => other.id === id)!) };
};
