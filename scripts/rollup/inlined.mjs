/** The private packages whose modules a published one carries in its own dist/, under their names. */
const names = ['contract', 'time'];

export const inlined = {
  /** The modules of these packages, by their import paths. */
  id: new RegExp(`^@coach-booking/(${names.join('|')})/`),
  /** The same as a text of a declaration. */
  declaration: new RegExp(`(['"])@coach-booking/(${names.join('|')})/([\\w-]+)\\1`, 'g'),
  /** The path of such a module among the sources, without `packages/`. */
  source: new RegExp(`^(${names.join('|')})/src/(?:generated/)?`),
};
