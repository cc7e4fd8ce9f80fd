import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tightenDataFolder } from './data-folder.ts';

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  let parent: string;
  let dataDir: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'data-folder-'));
    dataDir = join(parent, 'data');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  const modeOf = async (...path: string[]) => ((await stat(join(dataDir, ...path))).mode & 0o777).toString(8);
  /** As the first release left it, under a generous umask. */
  const givenOld = async (...names: string[]) => {
    await mkdir(join(dataDir, 'mongodb', 'store'), { recursive: true });
    await mkdir(join(dataDir, 'mail'));
    const files = ['mongodb/store/data.mdb', 'mail/a.eml', 'signing-secret', 'encryption-key', ...names];
    for (const name of files) {
      await writeFile(join(dataDir, name), '');
      await chmod(join(dataDir, name), 0o666);
    }
    for (const name of ['', 'mongodb', 'mongodb/store', 'mail']) await chmod(join(dataDir, name), 0o777);
  };

  it('S4 loses the permissions of others from everything that an earlier release has left there', async () => {
    await givenOld();
    expect(await tightenDataFolder(dataDir)).toEqual([]);
    for (const folder of ['', 'mongodb', 'mongodb/store', 'mail']) expect(await modeOf(folder), folder).toBe('700');
    for (const file of ['mongodb/store/data.mdb', 'mail/a.eml', 'signing-secret', 'encryption-key'])
      expect(await modeOf(file), file).toBe('600');
  });

  it('keeps foreign files as they are, and the folder that holds them', async () => {
    await givenOld('holiday.txt');
    await tightenDataFolder(dataDir);
    expect(await modeOf('holiday.txt')).toBe('666');
    expect(await modeOf('')).toBe('777');
    expect(await modeOf('mongodb')).toBe('700');
  });

  it('follows no links out of the data folder', async () => {
    await givenOld();
    await writeFile(join(parent, 'elsewhere'), '');
    await chmod(join(parent, 'elsewhere'), 0o644);
    await symlink(join(parent, 'elsewhere'), join(dataDir, 'mail', 'link'));
    await tightenDataFolder(dataDir);
    expect(await modeOf('..', 'elsewhere')).toBe('644');
  });

  it('accepts that the folder is missing', async () => {
    expect(await tightenDataFolder(dataDir)).toEqual([]);
  });
});
