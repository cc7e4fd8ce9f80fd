// Draws the pictures of README and docs from the stage: `node scripts/pictures.mjs`. Browser, fonts, clock and zone are
// those of the tests, so that a picture changes only with what it shows.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stored } from '../test/visual/compare.mjs';
import { openStage } from '../test/visual/stage-browser.mjs';
import { root } from './run.mjs';

const folder = join(root, 'docs/images');
const theme = (state, look) => ({ of: 'themes', state, look, width: 900, height: 600 });
const component = (state) => ({ of: 'design language', state, width: 800, height: 480 });

/** The pictures by the names of their files. */
const pictures = {
  widget: { of: 'booking', state: 'slots', width: 1100, height: 620 },
  calendar: { of: 'calendar', state: 'full', width: 1280, height: 860 },
  'theme-standard': theme('as it comes'),
  'theme-dark': theme('as it comes', 'dark'),
  'theme-accent': theme('accent'),
  'theme-colours': theme('three colours'),
  'theme-status': theme('status'),
  'theme-radius': theme('radius'),
  'theme-border': theme('border'),
  'ui-buttons': component('buttons'),
  'ui-fields': component('fields'),
  'ui-choices': component('choices'),
  'ui-marks': component('marks'),
  'ui-table': component('table'),
};

await mkdir(folder, { recursive: true });
const stage = await openStage();
for (const [name, state] of Object.entries(pictures)) {
  await writeFile(join(folder, `${name}.png`), await stored(await stage.picture(state)));
  console.log(`docs/images/${name}.png`);
}
await stage.close();
