import { createMemoryState } from './memory-state.ts';
import { usersSuite } from './testing/users-suite.ts';
import { createMemoryUsers } from './users.memory.ts';

const users = createMemoryUsers(createMemoryState());
usersSuite(() => users);
