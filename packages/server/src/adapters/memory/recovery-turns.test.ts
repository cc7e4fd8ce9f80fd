import { recoveryTurnsSuite } from '../../../test/stores/recovery-turns-suite.ts';
import { createMemoryStores } from './stores.ts';

const { recoveryTurns } = createMemoryStores();
recoveryTurnsSuite(() => recoveryTurns);
