// Every number we promise, measured in one run against a peer or a limit. Names as arguments run only those: slots api
// recommend lists import messages calendars-in size widget desk calendar.
import { benchApi } from '../test/benchmark/api.mjs';
import { benchCalendar } from '../test/benchmark/calendar.mjs';
import { benchCalendarsIn } from '../test/benchmark/calendars-in.mjs';
import { benchDesk } from '../test/benchmark/desk.mjs';
import { benchImport } from '../test/benchmark/import.mjs';
import { benchLists } from '../test/benchmark/lists.mjs';
import { benchMessages } from '../test/benchmark/messages.mjs';
import { benchRecommend } from '../test/benchmark/recommend.mjs';
import { benchSlots } from '../test/benchmark/slots.mjs';
import { benchWidget } from '../test/benchmark/widget.mjs';
import { root } from './run.mjs';
import { spawnSync } from 'node:child_process';

process.env.TZ = 'UTC';
const benches = {
  slots: benchSlots,
  api: benchApi,
  recommend: benchRecommend,
  lists: benchLists,
  import: benchImport,
  messages: benchMessages,
  'calendars-in': benchCalendarsIn,
  size: () => spawnSync(process.execPath, ['scripts/size.mjs'], { cwd: root, stdio: 'inherit' }).status === 0,
  widget: benchWidget,
  desk: benchDesk,
  calendar: benchCalendar,
};
const wanted = process.argv.slice(2);
const missed = [];
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n## ${name}`);
  if (!(await bench())) missed.push(name);
}
console.log(missed.length > 0 ? `\nmissed a goal: ${missed.join(', ')}` : '\nevery goal met');
process.exitCode = missed.length > 0 ? 1 : 0;
