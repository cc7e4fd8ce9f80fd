import { createMemoryStores } from './stores.ts';
import { smsCountsSuite } from '../../../test/stores/sms-counts-suite.ts';

const { smsCounts } = createMemoryStores();
smsCountsSuite(() => smsCounts);
