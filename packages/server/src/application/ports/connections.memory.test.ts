import { createMemoryConnections } from './connections.memory.ts';
import { connectionsSuite } from './testing/connections-suite.ts';

const connections = createMemoryConnections();
connectionsSuite(() => connections);
