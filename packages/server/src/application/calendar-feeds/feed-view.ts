import type { components } from '@coach-booking/contract/types';
import type { CalendarFeed } from '../../domain/calendar/calendar-feed.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { FeedAddress } from './feed-token.ts';

type Schemas = components['schemas'];

/** Returns a feed without its address, which cannot be made from what is stored. */
export function feedView(feed: CalendarFeed): Schemas['CalendarFeed'] {
  const { id, name, detail, language, subject, createdAt, rolledAt, lastReadAt } = feed;
  return {
    id,
    name,
    detail,
    language,
    createdAt: instantText(createdAt),
    ...present({
      staffId: subject.kind === 'coach' ? subject.staffId : undefined,
      rolledAt: optionalText(rolledAt),
      lastReadAt: optionalText(lastReadAt),
    }),
  };
}

/** The same with its address, which is shown this once. */
export function createdFeedView(feed: CalendarFeed, address: FeedAddress): Schemas['CreatedCalendarFeed'] {
  return { ...feedView(feed), ...address };
}
