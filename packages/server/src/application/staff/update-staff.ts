import { permitZoomUser } from '../kernel/permit-zoom-user.ts';
import { trimmed } from '../kernel/scope.ts';
import { cleanEmail } from '../../domain/person/written.ts';
import { teamOf } from '../../domain/coach/coach.ts';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { present } from '../kernel/present.ts';
import type { UseCase } from '../ports/use-case.ts';
import { endSessionsOfStaff } from './accounts-of-staff.ts';
import { readPhone } from './read-phone.ts';
import { staffView } from './staff-view.ts';
import { changeMember } from '../coach-head/team.ts';
import type { Core } from '../ports/core.ts';

type UpdateStaffNeeds = Pick<Core, 'phones' | 'users' | 'sessions'> & ChangeHeadNeeds;

/**
 * Changes the given fields. The bookings of a member who becomes inactive stay theirs; their sessions end at once, and
 * they cannot sign in. Throws COACH_NOT_FOUND, STAFF_NOT_FOUND, VERSION_CONFLICT, NOT_PERMITTED_FIELD.
 */
export const updateStaff: UseCase<'updateStaff', UpdateStaffNeeds> =
  (core) =>
  async (context, { coach, id, name, email, phone, active, zoomUser }) => {
    permitZoomUser(context, zoomUser);
    const trimmedName = name === undefined ? undefined : trimmed('name', name);
    const changes = present({ name: trimmedName, email: email === undefined ? undefined : cleanEmail(email), active });
    const { head: before } = await readCoach(core, context, coach);
    const turns = active !== undefined && teamOf(before).some((member) => member.id === id && member.active !== active);
    const endSessions = async () => {
      if (turns && !context.dryRun) await endSessionsOfStaff(core, context, before.id, id);
    };
    // A member who is active again signs in again: sessions that a crash has left end first.
    await endSessions();
    const { head } = await changeHead(core, context, coach, (old) =>
      changeMember(old, id, (member) => ({
        ...member,
        ...changes,
        ...present({ phone: readPhone(core, old, phone), zoomUser: zoomUser ?? undefined }),
        ...(zoomUser === null && { zoomUser: undefined }),
      })),
    );
    await endSessions();
    return { data: staffView(head.staff.find((member) => member.id === id)!) };
  };
