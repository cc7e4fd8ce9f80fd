import type { CoachHead } from '../../domain/coach/coach.ts';
import { slugKeyOf, type SlugSpace } from '../../domain/coach/slug.ts';
import { nameKeyOf, type Coaches, type CoachPosition } from '../../application/ports/coaches.ts';
import { counted } from '../../application/kernel/counts.ts';
import type { MemoryState } from './memory-state.ts';

const before = (a: CoachPosition, b: CoachPosition): boolean =>
  a.nameKey === b.nameKey ? a.id < b.id : a.nameKey < b.nameKey;
const positionOf = ({ name, id }: CoachHead): CoachPosition => ({ nameKey: nameKeyOf(name), id });

/** Without what is read beside it. */
const stored = ({ outside: _outside, ...head }: CoachHead): CoachHead => structuredClone(head);

export function createMemoryCoaches({ heads }: MemoryState): Coaches {
  const ofSlug = (space: SlugSpace, slug: string) => {
    const key = slugKeyOf(space, slug);
    return [...heads.values()].find((head) => slugKeyOf(head, head.slug) === key);
  };
  return {
    byId: async (id) => structuredClone(heads.get(id) ?? null),
    idOfSlug: async (space, slug) => ofSlug(space, slug)?.id ?? null,
    slugsLike: async (space, slug) =>
      [...heads.values()]
        .filter((head) => slugKeyOf(head, '') === slugKeyOf(space, ''))
        .map((head) => head.slug)
        .filter((other) => other === slug || other.startsWith(`${slug}-`)),
    list: async ({ partnerId, mode, active, specialty, after, limit }) => {
      const wanted = specialty?.toLowerCase();
      const found = [...heads.values()]
        .filter(
          (head) =>
            head.partnerId === partnerId &&
            head.mode === mode &&
            (active === undefined || head.active === active) &&
            head.deletedAt === undefined,
        )
        .filter(({ specialties }) => wanted === undefined || specialties.some((own) => own.toLowerCase() === wanted))
        .sort((a, b) => (before(positionOf(a), positionOf(b)) ? -1 : 1));
      const page = found.filter((head) => !after || before(after, positionOf(head))).slice(0, limit);
      return structuredClone({ coaches: page, ...counted(found.length) });
    },
    withReachableStaff: async ({ partnerId, mode }) =>
      structuredClone(
        [...heads.values()].filter(
          (head) =>
            head.partnerId === partnerId && head.mode === mode && head.staff.some(({ email }) => email !== undefined),
        ),
      ),
    async *everywhere() {
      for (const head of heads.values()) if (head.deletedAt === undefined) yield structuredClone(head);
    },
    withNewReminders: async (limit, scope) =>
      structuredClone(
        [...heads.values()]
          .filter(({ remindersSince }) => remindersSince !== undefined)
          .filter(({ partnerId, mode }) => !scope || (partnerId === scope.partnerId && mode === scope.mode))
          .slice(0, limit),
      ),
    remindersMade: async (id, since) => {
      const { remindersSince, ...head } = heads.get(id)!;
      if (remindersSince === since) heads.set(id, head);
    },
    insert: async (head) => {
      if (heads.has(head.id)) return 'id_taken';
      if (ofSlug(head, head.slug)) return 'slug_taken';
      heads.set(head.id, stored(head));
      return 'inserted';
    },
    replace: async (head, expectedVersion) => {
      if (heads.get(head.id)?.version !== expectedVersion) return 'stale';
      if ((ofSlug(head, head.slug)?.id ?? head.id) !== head.id) return 'slug_taken';
      heads.set(head.id, stored(head));
      return 'replaced';
    },
  };
}
