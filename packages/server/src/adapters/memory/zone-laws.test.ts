import { zoneLawsSuite } from '../../../test/stores/zone-laws-suite.ts';
import { createMemoryState } from './memory-state.ts';
import { createMemoryZoneLaws } from './zone-laws.ts';

zoneLawsSuite(() => {
  const laws = createMemoryZoneLaws(createMemoryState());
  return [laws, laws];
});
