import { zoneChangesSuite } from '../../../test/stores/zone-changes-suite.ts';
import { createMemoryState } from './memory-state.ts';
import { createMemoryZoneChanges } from './zone-changes.ts';

const changes = createMemoryZoneChanges(createMemoryState());
zoneChangesSuite(() => changes);
