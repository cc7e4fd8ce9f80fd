import { createMemoryState } from './memory-state.ts';
import { usersSuite } from '../../../test/stores/users-suite.ts';
import { createMemoryUsers } from './users.ts';

const users = createMemoryUsers(createMemoryState());
usersSuite(() => users);
