import { pushSubscriptionsSuite } from '../../../test/stores/push-subscriptions-suite.ts';
import { createMemoryStores } from './stores.ts';

const { pushSubscriptions } = createMemoryStores();
pushSubscriptionsSuite(() => pushSubscriptions);
