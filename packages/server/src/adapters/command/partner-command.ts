import type { Instant } from '@coach-booking/time/instant';
import type { Context } from '../../application/kernel/context.ts';
import type { UseCases } from '../../application/kernel/contract.ts';
import { present } from '../../application/kernel/present.ts';
import { operatorCaller, contextOfPartner } from '../../application/operator/operator-context.ts';
import type { resetAdmin } from '../../application/operator/reset-admin.ts';
import type { components } from '@coach-booking/contract/types';
import { partnerOptions, type PartnerOptions } from './partner-options.ts';
import { createdText, listText, partnerText, resetText } from './partner-text.ts';
import { CommandRefused, usage } from './usage.ts';
import { deliveryText, webhooksText } from './webhooks-text.ts';

export interface PartnerCommandDeps {
  readonly useCases: Pick<UseCases, 'listPartners' | 'createPartner' | 'getOperatedPartner' | 'updateOperatedPartner'>;
  /** Not subject to the table of rights: a person who can run a command on the store may make any key. */
  readonly createKey: UseCases['createKey'];
  readonly resetAdmin: ReturnType<typeof resetAdmin>;
  /** Likewise: what was sent to a partner's servers. */
  readonly webhooks: Pick<UseCases, 'listWebhookEndpoints' | 'listWebhookDeliveries' | 'getWebhookDelivery'>;
  realNow(): Instant;
  publicUrl(): string;
}

/** The output of a command, for programs and for people. */
interface CommandOutput {
  readonly json: unknown;
  readonly text: string;
}

type Command = (deps: PartnerCommandDeps, context: Context, options: PartnerOptions) => Promise<CommandOutput>;
type Patch = Omit<Parameters<UseCases['updateOperatedPartner']>[1], 'id'>;
type Partner = components['schemas']['OperatedPartner'];

const ofPartner = (data: Partner): CommandOutput => ({ json: data, text: partnerText(data) });

const change = async (
  { useCases }: PartnerCommandDeps,
  context: Context,
  id: string,
  patch: Patch,
): Promise<CommandOutput> => ofPartner((await useCases.updateOperatedPartner(context, { id, ...patch })).data);

/** Returns all pages of partners: a server has tens of businesses, not thousands. */
const allPartners = async ({ useCases }: PartnerCommandDeps, context: Context): Promise<Partner[]> => {
  const all: Partner[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { data, meta } = await useCases.listPartners(context, {
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    all.push(...data);
    cursor = meta.nextCursor;
  }
  return all;
};

const STATES = ['due', 'sending', 'delivered', 'failed', 'skipped'] as const;

const commands: Readonly<Record<string, Command>> = {
  async create(deps, context, { values, need, needAll }) {
    const name = values['admin-name'];
    const { data } = await deps.useCases.createPartner(context, {
      name: need('name'),
      slug: need('slug'),
      allowedOrigins: [...needAll('origin')],
      hosts: values.host ?? [],
      admin: { email: need('admin'), ...(name === undefined ? {} : { name }) },
    });
    return { json: data, text: createdText(data, deps.publicUrl()) };
  },
  async list(deps, context) {
    const all = await allPartners(deps, context);
    return { json: all, text: listText(all) };
  },
  async show({ useCases }, context, { need }) {
    return ofPartner((await useCases.getOperatedPartner(context, { id: need('slug') })).data);
  },
  async 'add-origin'(deps, context, { need, needAll }) {
    const { data } = await deps.useCases.getOperatedPartner(context, { id: need('slug') });
    return change(deps, context, data.id, {
      allowedOrigins: [...data.allowedOrigins, ...needAll('origin')],
      version: data.version,
    });
  },
  async 'add-host'(deps, context, { need, needAll }) {
    const { data } = await deps.useCases.getOperatedPartner(context, { id: need('slug') });
    return change(deps, context, data.id, { hosts: [...data.hosts, ...needAll('host')], version: data.version });
  },
  async 'create-key'({ useCases, createKey }, context, { need, needOne }) {
    const input = { kind: needOne('kind', ['publishable', 'secret']), mode: needOne('mode', ['test', 'live']) };
    const { data: partner } = await useCases.getOperatedPartner(context, { id: need('slug') });
    const { data } = await createKey(contextOfPartner(context, partner.id), input);
    return { json: data, text: `The key, shown this once:\n  ${data.key}` };
  },
  async 'reset-admin'({ resetAdmin }, context, { need, values }) {
    const name = values['admin-name'];
    const secondFactor = values['second-factor'] ?? false;
    const reset = await resetAdmin(context, {
      id: need('slug'),
      email: need('admin'),
      secondFactor,
      ...(name === undefined ? {} : { name }),
    });
    return { json: reset, text: resetText(reset) };
  },
  async webhooks({ useCases, webhooks }, context, { need, needOne, values }) {
    const { data: partner } = await useCases.getOperatedPartner(context, { id: need('slug') });
    const mode = needOne('mode', ['test', 'live']);
    const { caller, ...rest } = contextOfPartner(context, partner.id);
    const within: Context = { ...rest, caller: { ...caller, mode } };
    if (values.delivery !== undefined) {
      const { data } = await webhooks.getWebhookDelivery(within, { id: values.delivery });
      return { json: data, text: deliveryText(data) };
    }
    const state = values.state && needOne('state', STATES);
    const { data: endpoints } = await webhooks.listWebhookEndpoints(within, {});
    const wanted = present({ state: state || undefined, endpointId: values.endpoint, limit: 50 });
    const { data: deliveries } = await webhooks.listWebhookDeliveries(within, wanted);
    return { json: { endpoints, deliveries }, text: webhooksText(endpoints, deliveries) };
  },
  suspend: (deps, context, { need }) => change(deps, context, need('slug'), { suspended: true }),
  resume: (deps, context, { need }) => change(deps, context, need('slug'), { suspended: false }),
};

/**
 * Runs `npm run partner -- …`, and returns what to print. Throws CommandRefused for invalid arguments, and Refusals.
 */
export async function runPartnerCommand(deps: PartnerCommandDeps, args: readonly string[]): Promise<string> {
  const options = partnerOptions(args);
  const command = Object.hasOwn(commands, options.command) ? commands[options.command] : undefined;
  if (!command) throw new CommandRefused(`There is no command ${options.command}.\n\n${usage}`);
  const caller = operatorCaller('command', 'this machine');
  const output = await command(
    deps,
    { caller, now: deps.realNow(), requestId: 'npm run partner', dryRun: false },
    options,
  );
  return options.values.json ? JSON.stringify(output.json, null, 2) : output.text;
}
