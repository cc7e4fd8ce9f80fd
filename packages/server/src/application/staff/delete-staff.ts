import { utcDays } from '../../domain/booking/claim.ts';
import { MAX_STAFF, type StaffMember } from '../../domain/coach/coach.ts';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { changeHead, type ChangeHeadNeeds } from '../coach-head/change-head.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { HORIZON } from '../schedule/conflicts.ts';
import type { UseCase } from '../ports/use-case.ts';
import { closeAccountsOfStaff, type AccountsOfStaffNeeds } from './accounts-of-staff.ts';
import { changeMember } from '../coach-head/team.ts';

type DeleteStaffNeeds = AccountsOfStaffNeeds & ChangeHeadNeeds & Pick<Core, 'calendarFeeds'>;

/** Keeps the newest former members: bookings show their names. */
const withoutLongGone = (staff: readonly StaffMember[]): readonly StaffMember[] => {
  const gone = staff.filter(({ deletedAt }) => deletedAt !== undefined).toSorted((a, b) => b.deletedAt! - a.deletedAt!);
  const forgotten = new Set(gone.slice(MAX_STAFF));
  return staff.filter((member) => !forgotten.has(member));
};

/**
 * Returns whether the calendar has a claimed session that has not begun: of an active booking, or of one in progress.
 */
const hasSessionsToCome = async (
  { ledgers }: Pick<Core, 'ledgers'>,
  { now }: Context,
  id: string,
): Promise<boolean> => {
  const { claims } = await ledgers.read(id, utcDays(now, plus(now, HORIZON * DAY)));
  return claims.some(({ start }) => start > now);
};

/**
 * Removes a member from the team, closes their account and ends the calendar feeds of their sessions. Their calendar is
 * read after the head is written too: an assignment claims first and reads the team then, so one of the two sees the
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
    await core.calendarFeeds.removeAll(scopeOf(context), { staffIds: [id] });
    return { data: { id, removed: true } };
  };

/** Restores the member: an assignment was faster. Throws the refusal. */
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
