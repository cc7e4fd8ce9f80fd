import { createMemoryConnections } from './connections.ts';
import { connectionsSuite } from '../../../test/stores/connections-suite.ts';

const connections = createMemoryConnections();
connectionsSuite(() => connections);
