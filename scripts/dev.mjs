// Runs the server from its sources for development, restarted when one changes; the drop-in files and the stage are
// bundled again when theirs do. Takes the variables of `npm start`. Types are not checked here (`npm run types`), and
// dist/ is neither read nor written.
import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { serveStage, watchDropIns } from './dev/browser-build.mjs';
import { serverProcess } from './dev/server-process.mjs';
import { dropIns } from './drop-ins.mjs';
import { root } from './run.mjs';

/** Sources of the server's process. What browsers load is watched by its own bundler. */
const serverSources = /^packages\/(?!elements\/|hosted\/|sdk\/)[^/]+\/src\/(?!.*\.test\.ts$)|^openapi\.yaml$/;
const folder = join(root, 'node_modules/.cache/coach-booking-dev');
mkdirSync(folder, { recursive: true });

const server = serverProcess(folder);
let stage;
let timer;

function restartSoon(reason) {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    console.log(`${new Date().toLocaleTimeString('en-GB')}  ${reason}: the server starts again`);
    await started(server.restart());
  }, 100);
}

async function started(starting) {
  const ready = await starting;
  if (ready) console.log(`${ready.text}  Stage               ${stage.url}  (each state of each element)\n`);
  if (ready) process.send?.({ url: ready.url, stageUrl: stage.url });
}

const changed = (name) => serverSources.test(name) && restartSoon(name);
const watching = [
  watch(
    join(root, 'packages'),
    { recursive: true },
    (_event, name) => name && changed(`packages/${name.replaceAll('\\', '/')}`),
  ),
  watch(root, (_event, name) => changed(name)),
];

console.log('Bundling the elements …');
const port = Number(process.env.PORT || 4000);
stage = await serveStage(port === 0 ? 0 : port + 2);
let isFirst = true;
const stopBundling = await watchDropIns(dropIns, folder, () => {
  // The server caches each file at its first request.
  if (isFirst) void started(server.restart());
  else restartSoon('the elements were bundled');
  isFirst = false;
});

async function stop() {
  clearTimeout(timer);
  for (const each of watching) each.close();
  await Promise.all([server.stop(), stopBundling(), stage.stop()]);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
