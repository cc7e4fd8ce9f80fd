// A thread in which a build bundles: receives the name of a bundle, answers null or what is wrong.
import { parentPort } from 'node:worker_threads';
import { rollup } from 'rollup';
import { bundles } from '../../rollup.config.mjs';

parentPort.on('message', async (name) => {
  try {
    parentPort.postMessage(await bundle(bundles[name].options));
  } catch (error) {
    parentPort.postMessage(describe(error));
  }
});

/** Writes a bundle. A warning counts as an error: a visitor would find its cause. */
async function bundle({ output, ...input }) {
  const warnings = [];
  const bundled = await rollup({ ...input, onLog: (level, log) => level === 'warn' && warnings.push(describe(log)) });
  await bundled.write(output);
  await bundled.close();
  return warnings.length > 0 ? warnings.join('\n') : null;
}

function describe({ message, id, loc, frame }) {
  const place = loc?.file ?? id;
  return [place && `${place}${loc ? `:${loc.line}:${loc.column}` : ''}`, message, frame].filter(Boolean).join('\n');
}
