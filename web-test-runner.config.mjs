import { setTimeout } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chrome, chromeArgs, chromeEnv } from './test/support/browser/chromium.mjs';
import { freePort } from './test/support/browser/free-port.mjs';
import { countReporter } from './test/support/browser/count-reporter.mjs';
import { typescript } from './scripts/rollup/typescript.mjs';

const { executablePath } = await chrome();
/** How many times slower the pages calculate. */
const slowness = Number(process.env.SLOW_CPU ?? 1);
/** How many milliseconds each file of ours waits, so that what a test loads late comes after the turns that it counts. */
const fileDelay = Number(process.env.SLOW_FILES ?? 0);

/**
 * Creates a page in which every file of tests begins with an empty history. The runner uses its pages again: a full
 * history loses the steps of a test, and `history.back()` leads out of the tests. Pages calculate
 * `SLOW_CPU` times slower.
 */
async function createPage({ context }) {
  const page = await context.newPage();
  const devtools = await page.createCDPSession();
  const goto = page.goto.bind(page);
  page.goto = async (...to) => {
    const answer = await goto(...to);
    await devtools.send('Page.resetNavigationHistory');
    return answer;
  };
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  return page;
}

/**
 * Component tests in a real browser, on the sources: no build comes first. One file: `npm run test:browser -- --files
 * <path>`.
 */
export default {
  rootDir: import.meta.dirname,
  files: 'packages/{elements,hosted}/src/**/*.test.ts',
  port: await freePort(),
  hostname: '127.0.0.1',
  concurrency: 2,
  nodeResolve: { exportConditions: ['source', 'browser', 'development'] },
  middleware: [
    async ({ path }, next) => {
      if (path.startsWith('/packages/')) await setTimeout(fileDelay);
      return next();
    },
  ],
  plugins: [typescript(new URL('./', import.meta.url))],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath, env: await chromeEnv(), args: chromeArgs }, createPage }),
  ],
  /** nanostores' published bundle asks for `process.env.NODE_ENV`. */
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <body>
    <script>globalThis.process = { env: { NODE_ENV: 'test' } };</script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  testFramework: { config: { ui: 'bdd', timeout: 30_000 * slowness } },
  testsFinishTimeout: 180_000 * slowness,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [process.env.CI ? summaryReporter() : defaultReporter({ reportTestProgress: false }), countReporter()],
};
