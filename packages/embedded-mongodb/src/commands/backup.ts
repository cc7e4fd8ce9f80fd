import { isAbsolute } from 'node:path';
import { badValue } from '../errors.ts';
import { checkFields, type Command } from './context.ts';

/**
 * `{ backup: 1, to: '/an/empty/folder' }`, which MongoDB does not have: copies the store as it is at one moment into
 * that folder, while others read and write. A data folder whose `store` is that folder then serves the copy.
 */
export const backup: Command = async ({ body, database }) => {
  checkFields(body, 'backup', ['to']);
  const { to } = body;
  if (typeof to !== 'string' || !isAbsolute(to)) throw badValue('backup needs the absolute path of a folder');
  await database.environment.copyTo(to);
  return {};
};
