import { calendarSourcesSuite } from '../../../test/stores/calendar-sources-suite.ts';
import { createMemoryCalendarSources } from './calendar-sources.ts';
import { createMemoryState } from './memory-state.ts';

const sources = createMemoryCalendarSources(createMemoryState());
calendarSourcesSuite(() => sources);
