/**
 * Names the entry that exports the class, and lists of a class what a page may set: members that are attributes too.
 */
const publishedOnly = {
  name: 'published-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = 'dist/index.js';
      for (const { declaration } of module.exports) declaration.module = module.path;
      for (const declaration of module.declarations)
        declaration.members = declaration.members?.filter(({ attribute }) => attribute);
    }
  },
};

/**
 * `dist/custom-elements.json`, from the doc block of the element's class; editors complete attributes and events by it.
 */
export default {
  globs: ['packages/elements/src/coach-booking/coach-booking.ts'],
  outdir: 'packages/elements/dist',
  litelement: true,
  packagejson: false,
  plugins: [publishedOnly],
};
