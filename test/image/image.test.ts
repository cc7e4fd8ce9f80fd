import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scratchFolder } from '../support/server-process.ts';
import { ignorePatterns, StageBuilder } from './build-stages.ts';
import { environmentOf, stagesOf, type Stage } from './dockerfile.ts';

const repository = join(import.meta.dirname, '../..');
const text = (name: string): string => readFileSync(join(repository, name), 'utf8');
const stages = stagesOf(text('Dockerfile'));
const last = stages.at(-1)!;
const instruction = (stage: Stage, wanted: string) => stage.instructions.find(({ name }) => name === wanted)?.text;

describe('the image', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let app: string;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    scratch = await scratchFolder();
    const builder = new StageBuilder(join(scratch.path, 'stages'), ignorePatterns(text('.dockerignore')));
    for (const [index, stage] of stages.entries()) app = join(await builder.build(stage, index), 'app');
    const [, entry = ''] = JSON.parse(instruction(last, 'CMD')!) as string[];
    const { PATH, HOME } = process.env;
    const secrets = { SIGNING_SECRET: 's'.repeat(48), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') };
    child = fork(join(app, entry), {
      cwd: app,
      execArgv: [],
      env: {
        PATH,
        HOME,
        ...environmentOf(last),
        ...secrets,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: join(scratch.path, 'data'),
        LOG_LEVEL: 'fatal',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    let printed = '';
    child.stderr!.on('data', (chunk) => (printed += chunk));
    const ready = once(child, 'message').then(([message]) => (message as { url: string }).url);
    const gone = once(child, 'exit').then(() => '');
    url = await Promise.race([ready, gone]);
    if (url === '') throw new Error(`The image's command ended:\n${printed}`);
  });
  afterAll(async () => {
    if (child?.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await scratch.remove();
  });

  it('serves from production dependencies alone, on an empty store', async () => {
    for (const path of ['/healthz', '/readyz', '/docs', '/desk', '/embed/coach-booking.js']) {
      const answer = await fetch(url + path);
      expect([path, answer.status]).toEqual([path, path === '/desk' ? expect.any(Number) : 200]);
      expect(answer.status).toBeLessThan(500);
    }
    for (const tool of ['rollup', 'vitest', 'typescript', 'playwright-core', 'eslint'])
      expect([tool, existsSync(join(app, 'node_modules', tool))]).toEqual([tool, false]);
    for (const folder of ['packages/server/src', 'test', 'examples/plain-html'])
      expect([folder, existsSync(join(app, folder))]).toEqual([folder, false]);
  });

  it('passes its own check of health', async () => {
    const [, check] = /CMD (\[.*\])$/.exec(instruction(last, 'HEALTHCHECK')!)!;
    const [, ...args] = JSON.parse(check!) as string[];
    const { port } = new URL(url);
    const asked = spawn(process.execPath, args, { env: { PORT: port }, stdio: 'inherit' });
    expect((await once(asked, 'exit'))[0]).toBe(0);
  });

  it('runs as a user who is not root, in production mode, and ends by SIGTERM', () => {
    expect(instruction(last, 'USER')).toBe('node');
    expect(environmentOf(last).NODE_ENV).toBe('production');
    expect(instruction(last, 'STOPSIGNAL')).toBe('SIGTERM');
    for (const { from } of stages.filter((stage) => !stages.some(({ name }) => name === stage.from)))
      expect(from).toMatch(/^node:2\d-\w+-slim$/);
  });

  it('copies every manifest that the lock file names', () => {
    const { packages } = JSON.parse(text('package-lock.json')) as { packages: Record<string, unknown> };
    const folders = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules'));
    const copied = stages.find(({ name }) => name === 'manifests')!.instructions.map((one) => one.text);
    for (const folder of folders) expect(copied).toContain(`${folder}/package.json ${folder}/`);
  });
});

describe('compose.yaml', () => {
  it('sets only variables that the server knows, and asks for each secret', () => {
    const { services } = parse(text('compose.yaml')) as {
      services: { server: { environment: Record<string, string> } };
    };
    const known = text('packages/server/src/config.ts');
    for (const [name, value] of Object.entries(services.server.environment)) {
      expect([name, known.includes(`${name}:`)]).toEqual([name, true]);
      if (/SECRET|_KEY$/.test(name) && name !== 'OPERATOR_KEY') expect(value).toMatch(/^\$\{\w+:\?/);
    }
  });
});
