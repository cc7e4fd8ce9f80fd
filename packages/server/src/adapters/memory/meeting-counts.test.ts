import { createMemoryStores } from './stores.ts';
import { meetingCountsSuite } from '../../../test/stores/meeting-counts-suite.ts';

const { meetingCounts } = createMemoryStores();
meetingCountsSuite(() => meetingCounts);
