import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Stage } from './dockerfile.ts';

const run = promisify(execFile);
const repository = join(import.meta.dirname, '../..');

/** Returns what a build may copy: the files that git tracks, less what the image ignores by its own list. */
function contextFiles(ignored: readonly RegExp[]): string[] {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return files.split('\n').filter((file) => file !== '' && !ignored.some((pattern) => pattern.test(file)));
}

/**
 * Returns the patterns of a .dockerignore, as far as ours uses them: `*` within a name, a leading `**` for any folder.
 */
export function ignorePatterns(source: string): RegExp[] {
  return source
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const pattern = line
        .replace(/[.+^${}()|[\]\\]/g, '\\$&')
        .replace(/^\*\*\//, '(.*/)?')
        .replace(/(?<!\.)\*\*\//g, '(.*/)?')
        .replace(/(?<![.)])\*/g, '[^/]*');
      return new RegExp(`^${pattern}(/.*)?$`);
    });
}

/**
 * Carries out the stages of a Dockerfile as plain commands, each stage in a folder of its own below `root`, as user and
 * machine are here.
 */
export class StageBuilder {
  readonly #root: string;
  readonly #ignored: readonly RegExp[];
  readonly #built = new Map<string, string>();

  constructor(root: string, ignored: readonly RegExp[]) {
    this.#root = root;
    this.#ignored = ignored;
  }

  /**
   * Builds one stage and returns the folder that is its root directory. Commands under /data belong to the
   * image and are left out.
   */
  async build(stage: Stage, index: number): Promise<string> {
    const folder = join(this.#root, stage.name || `stage-${index}`);
    mkdirSync(folder, { recursive: true });
    const base = this.#built.get(stage.from);
    if (base) cpSync(base, folder, { recursive: true, verbatimSymlinks: true });
    let workdir = base ? 'app' : '';
    for (const { name, text } of stage.instructions) {
      if (name === 'WORKDIR') workdir = text.replace(/^\//, '');
      const here = join(folder, workdir);
      mkdirSync(here, { recursive: true });
      if (name === 'COPY') this.#copy(text, here);
      // Folders outside the work folder belong to the image's root file system and its users, which are not here.
      if (name === 'RUN' && !text.includes('chown')) await this.#run(text, here);
    }
    this.#built.set(stage.name, folder);
    return folder;
  }

  #copy(text: string, here: string): void {
    const words = text.split(/\s+/);
    const from = words[0]!.startsWith('--from=') ? words.shift()!.slice('--from='.length) : undefined;
    const target = words.pop()!;
    for (const source of words) {
      if (from !== undefined) {
        const path = join(this.#built.get(from)!, source);
        // The contents of a folder are copied, with or without a slash at the target.
        const isInto = target.endsWith('/') && !statSync(path).isDirectory();
        const to = isInto ? join(here, target, basename(source)) : join(here, target);
        cpSync(path, to, { recursive: true, verbatimSymlinks: true });
      } else this.#copyContext(source, join(here, target), target.endsWith('/'));
    }
  }

  #copyContext(source: string, target: string, intoFolder: boolean): void {
    const files = contextFiles(this.#ignored).filter(
      (file) => source === '.' || file === source || file.startsWith(`${source}/`),
    );
    if (files.length === 0) throw new Error(`COPY finds no ${source}`);
    for (const file of files) {
      const to =
        source === '.'
          ? join(target, file)
          : intoFolder
            ? join(target, basename(file))
            : join(target, file.slice(source.length));
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(repository, file), to);
    }
  }

  /** Runs a command. Nothing is fetched: npm finds in its cache what installed this repository. */
  async #run(command: string, cwd: string): Promise<void> {
    const { PATH, HOME, TMPDIR } = process.env;
    const env = { PATH, HOME, ...(TMPDIR && { TMPDIR }), npm_config_offline: 'true', npm_config_loglevel: 'error' };
    try {
      await run('/bin/sh', ['-c', command], { cwd, env, maxBuffer: 2 ** 24 });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      const hint = /ENOTCACHED/.test(stderr) ? 'npm has no cache of the packages: run `npm ci` once.\n' : '';
      throw new Error(`${hint}RUN ${command}\n${stdout}\n${stderr}`, { cause: error });
    }
  }
}
