import type { Instant } from '@coach-booking/time/instant';
import type { CoachHead, StaffMember } from '../../domain/coach/coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { ERASED } from '../people/contact.ts';
import { announce } from '../feed/announce.ts';
import { changeOfHead } from '../feed/change-of-head.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import type { KnownPerson } from './known-person.ts';

export type EraseFromHeadNeeds = Pick<Core, 'cache' | 'realNow' | 'background' | 'coaches' | 'ledgers' | 'feeds'>;

/** Returns a former member: keeps the id, which bookings name. */
const erasedMember = ({ id, deletedAt }: StaffMember, now: Instant): StaffMember => ({
  id,
  name: ERASED.name,
  active: false,
  deletedAt: deletedAt ?? now,
});

/** Returns a coach of whom only the bookings are left. The slug was made of the name. */
const noCoach = (head: CoachHead): CoachHead => ({
  ...head,
  slug: `erased-${head.id}`,
  name: ERASED.name,
  photo: undefined,
  bio: '',
  strengths: [],
  specialties: [],
  experience: 0,
  certifications: [],
  active: false,
  zoomUser: undefined,
  timeOff: head.timeOff.map(({ reason: _reason, title: _title, ...rest }) => rest),
});

/** Writes one head by compare-and-set. Throws VERSION_CONFLICT. */
const changeHead = async (
  core: EraseFromHeadNeeds,
  id: string,
  change: (head: CoachHead) => CoachHead,
): Promise<void> => {
  await compareAndSet({
    read: () => core.coaches.byId(id),
    write: async (head) => {
      if (!head) return 'gone';
      const changed = { ...change(head), version: head.version + 1 };
      if ((await core.coaches.replace(changed, head.version)) !== 'replaced') return null;
      core.cache.remember(changed);
      announce(core, changeOfHead(head, changed));
      return 'changed';
    },
    otherwise: () => refuseConflict(`Others keep changing coach ${id}.`),
  });
};

/**
 * Removes the person from their present and former teams, and erases the coach that they are; deleted coaches too.
 * Throws VERSION_CONFLICT.
 */
export async function eraseFromHeads(
  core: EraseFromHeadNeeds,
  { now }: Context,
  { members, coach }: KnownPerson,
): Promise<void> {
  const gone = new Set(members.map(({ member }) => member.id));
  for (const id of new Set([...members.map(({ head }) => head.id), coach?.id ?? []].flat()))
    await changeHead(core, id, (head) => {
      const staff = head.staff.map((member) => (gone.has(member.id) ? erasedMember(member, now) : member));
      return id === coach?.id ? { ...noCoach(head), staff } : { ...head, staff };
    });
}
