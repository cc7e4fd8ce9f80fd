import { createMemoryPartners } from './partners.memory.ts';
import { partnersSuite } from './testing/partners-suite.ts';

const partners = createMemoryPartners();
partnersSuite(() => partners);
