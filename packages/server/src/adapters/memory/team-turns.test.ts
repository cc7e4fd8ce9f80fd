import { teamTurnsSuite } from '../../../test/stores/team-turns-suite.ts';
import { createMemoryStores } from './stores.ts';

const { teamTurns } = createMemoryStores();
teamTurnsSuite(() => teamTurns);
