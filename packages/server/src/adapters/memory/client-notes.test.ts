import { createMemoryClientNotes } from './client-notes.ts';
import { clientNotesSuite } from '../../../test/stores/client-notes-suite.ts';

const notes = createMemoryClientNotes();
clientNotesSuite(() => notes);
