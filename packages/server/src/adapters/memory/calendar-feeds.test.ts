import { calendarFeedsSuite } from '../../../test/stores/calendar-feeds-suite.ts';
import { createMemoryStores } from './stores.ts';

const { calendarFeeds } = createMemoryStores();
calendarFeedsSuite(() => calendarFeeds);
