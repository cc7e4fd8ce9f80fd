import { notImplemented } from '../errors.ts';
import { isDocument } from '../values/document.ts';
import { checkFields, type Command } from './context.ts';
import { explained } from './find.ts';

/** `explain` of a `find`: the plan, and how many documents it examined. */
export const explain: Command = (context) => {
  const { body } = context;
  checkFields(body, 'explain', ['verbosity']);
  const inner = body['explain'];
  if (!isDocument(inner) || !('find' in inner)) throw notImplemented('explain of anything but a find');
  return explained(context, { ...inner, $db: body['$db'] });
};
