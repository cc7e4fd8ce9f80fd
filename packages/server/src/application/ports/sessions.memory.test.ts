import { createMemoryState } from './memory-state.ts';
import { createMemorySessions } from './sessions.memory.ts';
import { sessionsSuite } from './testing/sessions-suite.ts';

const sessions = createMemorySessions(createMemoryState());
sessionsSuite(() => sessions);
