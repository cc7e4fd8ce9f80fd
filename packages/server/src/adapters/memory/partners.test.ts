import { createMemoryPartners } from './partners.ts';
import { partnersSuite } from '../../../test/stores/partners-suite.ts';

const partners = createMemoryPartners();
partnersSuite(() => partners);
