import { parseArgs } from 'node:util';
import { CommandRefused, usage } from './usage.ts';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

const options = {
  name: text,
  slug: text,
  origin: texts,
  host: texts,
  admin: text,
  'admin-name': text,
  'second-factor': { type: 'boolean' },
  kind: text,
  mode: text,
  state: text,
  endpoint: text,
  delivery: text,
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** The arguments of a command. */
export interface PartnerOptions {
  readonly command: string;
  readonly values: Values;
  /** Returns the option's value. Throws CommandRefused when it is absent. */
  need(name: 'name' | 'slug' | 'admin'): string;
  /** Returns all values of the option. Throws CommandRefused when there is none. */
  needAll(name: 'origin' | 'host'): readonly string[];
  /** Returns the option's value, one of these. Throws CommandRefused. */
  needOne<T extends string>(name: 'kind' | 'mode' | 'state', known: readonly T[]): T;
}

const read = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CommandRefused(`${(error as Error).message}\n\n${usage}`);
  }
};

/** Parses the arguments; the slug may also follow the command without its name. Throws CommandRefused. */
export function partnerOptions(args: readonly string[]): PartnerOptions {
  const { values, positionals } = read(args);
  const [command, slug, ...more] = positionals;
  if (command === undefined || more.length > 0) throw new CommandRefused(usage);
  const given: Values = slug === undefined ? values : { slug, ...values };
  const missing = (name: string): CommandRefused => new CommandRefused(`${command} needs --${name}.\n\n${usage}`);
  const need: PartnerOptions['need'] = (name) => {
    const value = given[name];
    if (!value) throw missing(name);
    return value;
  };
  return {
    command,
    values: given,
    need,
    needAll: (name) => {
      const found = given[name] ?? [];
      if (found.length === 0) throw missing(name);
      return found;
    },
    needOne: (name, known) => {
      const found = known.find((one) => one === given[name]);
      if (!found) throw new CommandRefused(`--${name} must be ${known.join(' or ')}.`);
      return found;
    },
  };
}
