import { createMemoryState } from './memory-state.ts';
import { createMemorySessions } from './sessions.ts';
import { sessionsSuite } from '../../../test/stores/sessions-suite.ts';

const sessions = createMemorySessions(createMemoryState());
sessionsSuite(() => sessions);
