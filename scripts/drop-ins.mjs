/**
 * Every file that a page loads as a whole, by its name under `/embed/`, with its entry from the root. The slowest to
 * build come first.
 */
export const dropIns = {
  'admin-page': 'packages/hosted/src/admin/define.ts',
  'coach-calendar': 'packages/elements/src/coach-calendar/define.ts',
  'desk-page': 'packages/hosted/src/desk/define.ts',
  'coach-booking': 'packages/elements/src/coach-booking/define.ts',
  'own-account-page': 'packages/hosted/src/own-account/define.ts',
  'me-page': 'packages/hosted/src/me/define.ts',
  'account-page': 'packages/hosted/src/mail-links/define.ts',
  'resume-page': 'packages/hosted/src/resume/define.ts',
  'book-page': 'packages/hosted/src/book/define.ts',
  'setup-page': 'packages/hosted/src/setup/define.ts',
  'gate-page': 'packages/hosted/src/gate/define.ts',
};

/**
 * Returns where the build writes such a file: what is published lies in a folder of its own, a page of ours is never
 * published.
 */
export const folderOf = (entry) =>
  entry.startsWith('packages/hosted/') ? 'packages/hosted/dist' : 'packages/elements/dist/drop-in';
