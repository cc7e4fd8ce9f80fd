// Passed to Node by --import, so that it runs TypeScript: no supported Node does so by itself.
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);
process.setSourceMapsEnabled(true);
