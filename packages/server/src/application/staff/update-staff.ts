import { changeHead } from '../coaches/change-head.ts';
import { present } from '../present.ts';
import { trimmed } from '../trimmed.ts';
import type { UseCase } from '../use-case.ts';
import { readPhone } from './read-phone.ts';
import { staffView } from './staff-view.ts';
import { changeMember } from './team.ts';

/** Changes what is given. The bookings of somebody who becomes inactive stay theirs. Throws COACH_NOT_FOUND, STAFF_NOT_FOUND, VERSION_CONFLICT. */
export const updateStaff: UseCase<'updateStaff'> =
  (core) =>
  async (context, { coach, id, name, email, phone, active }) => {
    const kept = name === undefined ? undefined : trimmed('name', name);
    const changes = present({ name: kept, email: email?.trim(), active });
    const { head } = await changeHead(core, context, coach, (old) =>
      changeMember(old, id, (member) => ({ ...member, ...changes, ...present({ phone: readPhone(core, old, phone) }) })),
    );
    return { data: staffView(head.staff.find((member) => member.id === id)!) };
  };
