import { utcDays } from '../../domain/booking/claim.ts';
import { MAX_STAFF, type StaffMember } from '../../domain/coach/coach.ts';
import { DAY } from '@coach-booking/time/units';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { HORIZON } from '../schedule/conflicts.ts';
import type { UseCase } from '../ports/use-case.ts';
import { closeAccountsOfStaff, type AccountsOfStaffNeeds } from './accounts-of-staff.ts';
import { changeMember } from '../coach-head/team.ts';

type DeleteStaffNeeds = AccountsOfStaffNeeds & ChangeHeadNeeds;

/** Of those who left the newest are kept: bookings show their names. */
const withoutLongGone = (staff: readonly StaffMember[]): readonly StaffMember[] => {
  const gone = staff.filter(({ deletedAt }) => deletedAt !== undefined).toSorted((a, b) => b.deletedAt! - a.deletedAt!);
  const forgotten = new Set(gone.slice(MAX_STAFF));
  return staff.filter((member) => !forgotten.has(member));
};

/**
 * A session that is claimed in this calendar and has not begun is an active booking's, or one's that is just being
 * made.
 */
const hasSessionsToCome = async (
  { ledgers }: Pick<Core, 'ledgers'>,
  { now }: Context,
  id: string,
): Promise<boolean> => {
  const { claims } = await ledgers.read(id, utcDays(now, now + HORIZON * DAY));
  return claims.some(({ start }) => start > now);
};

/**
 * Takes somebody out of the team, and closes the account by which they signed in. Their calendar is looked at after the
 * head is written too: whoever assigns a booking claims first and reads the team then, so one of the two sees the
 * other. Throws COACH_NOT_FOUND, STAFF_NOT_FOUND, NOT_ALLOWED_NOW, VERSION_CONFLICT.
 */
export const deleteStaff: UseCase<'deleteStaff', DeleteStaffNeeds> =
  (core) =>
  async (context, { coach, id }) => {
    const refuseBusy = async () => {
      if (await hasSessionsToCome(core, context, id)) {
        throw new Refusal('NOT_ALLOWED_NOW', `Sessions to come are ${id}'s: give them to somebody else first.`);
      }
    };
    const { head } = await readCoach(core, context, coach);
    changeMember(head, id, (member) => member);
    await refuseBusy();
    await changeHead(core, context, coach, (old) => {
      const { staff } = changeMember(old, id, (member) => ({ ...member, deletedAt: context.now }));
      return { staff: withoutLongGone(staff) };
    });
    if (context.dryRun) return { data: { id, removed: true } };
    await refuseBusy().catch((error: unknown) => restoreStaff(core, context, coach, id, error));
    await closeAccountsOfStaff(core, context, head.id, id);
    return { data: { id, removed: true } };
  };

/** Somebody was faster to give them a booking: they stay. */
const restoreStaff = async (
  core: DeleteStaffNeeds,
  context: Context,
  coach: string,
  id: string,
  refusal: unknown,
): Promise<never> => {
  await changeHead(core, context, coach, ({ staff }) => ({
    staff: staff.map((member) => {
      const { deletedAt, ...rest } = member;
      return member.id === id && deletedAt === context.now ? rest : member;
    }),
  }));
  throw refusal;
};
