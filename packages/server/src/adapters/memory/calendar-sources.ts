import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { CalendarSources, SourceDue } from '../../application/ports/calendar-sources.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryCalendarSources({
  calendarSources: sources,
}: Pick<MemoryState, 'calendarSources'>): CalendarSources {
  const all = () => [...sources.values()];
  const isDue = (source: CalendarSource, { partnerId, mode, dueBy, realNow }: Omit<SourceDue, 'leasedUntil'>) =>
    source.mode === mode &&
    (partnerId === undefined || source.partnerId === partnerId) &&
    source.dueAt !== null &&
    source.dueAt <= dueBy &&
    (source.leasedUntil === null || source.leasedUntil <= realNow);
  return {
    insert: async (source) => {
      if (sources.has(source.id)) return false;
      sources.set(source.id, structuredClone(source));
      return true;
    },
    byId: async ({ partnerId, mode }, id) => {
      const found = sources.get(id);
      return found?.partnerId === partnerId && found.mode === mode ? structuredClone(found) : null;
    },
    ofCoach: async (coachId) =>
      structuredClone(
        all()
          .filter((source) => source.coachId === coachId)
          .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
      ),
    replace: async (source, expectedVersion) => {
      if (sources.get(source.id)?.version !== expectedVersion) return false;
      sources.set(source.id, structuredClone({ ...source, version: expectedVersion + 1 }));
      return true;
    },
    remove: async (id, expectedVersion) => {
      if (sources.get(id)?.version === expectedVersion) sources.delete(id);
    },
    lease: async (due) => {
      const [first] = all()
        .filter((source) => isDue(source, due))
        .sort((a, b) => a.dueAt! - b.dueAt! || (a.id < b.id ? -1 : 1));
      if (!first) return null;
      const { fence, version } = first;
      const taken = { ...first, leasedUntil: due.leasedUntil, fence: fence + 1, version: version + 1 };
      sources.set(first.id, taken);
      return structuredClone(taken);
    },
    isAnyDue: async (due) => all().some((source) => isDue(source, due)),
    coachesToShow: async (limit) =>
      all()
        .filter(({ toShow }) => toShow)
        .map(({ partnerId, mode, coachId }) => ({ partnerId, mode, coachId }))
        .slice(0, limit),
  };
}
