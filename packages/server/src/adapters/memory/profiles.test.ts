import { createMemoryProfiles } from './profiles.ts';
import { profilesSuite } from '../../../test/stores/profiles-suite.ts';

const profiles = createMemoryProfiles();
profilesSuite(() => profiles);
