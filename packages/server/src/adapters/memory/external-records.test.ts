import { externalRecordsSuite } from '../../../test/stores/external-records-suite.ts';
import { createMemoryExternalRecords } from './external-records.ts';
import { createMemoryState } from './memory-state.ts';

const records = createMemoryExternalRecords(createMemoryState());
externalRecordsSuite(() => records);
