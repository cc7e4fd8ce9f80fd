import { createMemoryProfiles } from './profiles.memory.ts';
import { profilesSuite } from './testing/profiles-suite.ts';

const profiles = createMemoryProfiles();
profilesSuite(() => profiles);
