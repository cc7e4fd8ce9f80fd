import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import { latest } from '@coach-booking/time/instant';
import type { CalendarFeeds, EndedSubjects } from '../../application/ports/calendar-feeds.ts';
import type { LedgerScope } from '../../application/ports/ledgers.ts';
import type { MemoryState } from './memory-state.ts';

const isEnded = ({ subject, madeBy }: CalendarFeed, ended: EndedSubjects): boolean => {
  const { userIds = [], coachIds = [], staffIds = [] } = ended;
  if (madeBy && userIds.includes(madeBy.userId)) return true;
  if (subject.kind === 'client') return userIds.includes(subject.userId);
  return coachIds.includes(subject.coachId) || (subject.staffId !== undefined && staffIds.includes(subject.staffId));
};

export function createMemoryCalendarFeeds({ calendarFeeds: feeds }: Pick<MemoryState, 'calendarFeeds'>): CalendarFeeds {
  const all = ({ partnerId, mode }: LedgerScope) =>
    [...feeds.values()]
      .filter((feed) => feed.partnerId === partnerId && feed.mode === mode)
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return {
    insert: async (feed) => {
      if (feeds.has(feed.id)) return false;
      feeds.set(feed.id, structuredClone(feed));
      return true;
    },
    byId: async (scope, id) => all(scope).find((feed) => feed.id === id) ?? null,
    byTokenHash: async (tokenHash) => [...feeds.values()].find((feed) => feed.tokenHash === tokenHash) ?? null,
    of: async (scope, subject) =>
      all(scope).filter(({ subject: one }) =>
        one.kind === 'coach'
          ? subject.kind === 'coach' && one.coachId === subject.coachId
          : subject.kind === 'client' && one.userId === subject.userId,
      ),
    ofPerson: async (scope, userId) => all(scope).filter((feed) => isEnded(feed, { userIds: [userId] })),
    replace: async (feed, expectedVersion) => {
      if (feeds.get(feed.id)?.version !== expectedVersion) return false;
      feeds.set(feed.id, structuredClone({ ...feed, version: expectedVersion + 1 }));
      return true;
    },
    noteRead: async (id, at) => {
      const feed = feeds.get(id);
      if (feed) feeds.set(id, { ...feed, lastReadAt: latest(feed.lastReadAt ?? at, at) });
    },
    remove: async (scope, id) => all(scope).some((feed) => feed.id === id) && feeds.delete(id),
    removeAll: async (scope, ended) =>
      all(scope)
        .filter((feed) => isEnded(feed, ended))
        .forEach(({ id }) => feeds.delete(id)),
  };
}
