import { coachPhotosSuite } from '../../../test/stores/coach-photos-suite.ts';
import { createMemoryStores } from './stores.ts';

const { coachPhotos } = createMemoryStores();
coachPhotosSuite(() => coachPhotos);
