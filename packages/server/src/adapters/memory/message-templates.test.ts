import { createMemoryStores } from './stores.ts';
import { messageTemplatesSuite } from '../../../test/stores/message-templates-suite.ts';

const { messageTemplates } = createMemoryStores();
messageTemplatesSuite(() => messageTemplates);
