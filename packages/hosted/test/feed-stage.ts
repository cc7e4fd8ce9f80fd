import type { CalendarFeed, CreatedCalendarFeed, FeedCalls } from '../src/calendar-feeds/calls.ts';

/** Returns a feed. */
export const feedOf = (given: Partial<CalendarFeed> = {}): CalendarFeed => ({
  id: 'e'.repeat(24),
  name: 'Phone',
  detail: 'title',
  language: 'en',
  createdAt: '2028-04-01T08:00:00Z',
  ...given,
});

const withAddress = (feed: CalendarFeed, token: string): CreatedCalendarFeed => ({
  ...feed,
  url: `https://book.fit.example/feeds/${token}.ics`,
  webcalUrl: `webcal://book.fit.example/feeds/${token}.ics`,
});

/** Returns calls that keep feeds like the server, and note what they were asked. */
export function feedCalls(feeds: readonly CalendarFeed[] = [], asked: unknown[] = []): FeedCalls {
  let kept = [...feeds];
  const found = (id: string): CalendarFeed => kept.find((feed) => feed.id === id)!;
  return {
    list: async () => kept,
    create: async (given) => {
      asked.push(['create', given]);
      const made = feedOf({ id: String(kept.length).padStart(24, 'f'), name: 'Coach A', ...given });
      kept = [...kept, made];
      return withAddress(made, 'Xk3v-8jQm2WqTz7LrYbN4sVd9GhPf0CkEa5uRi1oMyQ');
    },
    update: async (id, given) => {
      asked.push(['update', id, given]);
      const changed = { ...found(id), ...given };
      kept = kept.map((feed) => (feed.id === id ? changed : feed));
      return changed;
    },
    roll: async (id) => {
      asked.push(['roll', id]);
      return withAddress(
        { ...found(id), rolledAt: '2028-04-12T08:00:00Z' },
        'Qs7d-1hZp9BvXc3NmKjH6gFd2SaPo0IuYt8rEw4qLzA',
      );
    },
    end: async (id) => {
      asked.push(['end', id]);
      kept = kept.filter((feed) => feed.id !== id);
    },
  };
}
