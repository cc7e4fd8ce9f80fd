export {
  createCalendarFeed,
  deleteCalendarFeed,
  listCalendarFeeds,
  rollCalendarFeed,
  updateCalendarFeed,
} from './coach-feeds.ts';
export {
  createMyCalendarFeed,
  deleteMyCalendarFeed,
  listMyCalendarFeeds,
  rollMyCalendarFeed,
  updateMyCalendarFeed,
} from './my-feeds.ts';
