import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { anEndpoint } from '../../../test/stores/webhooks-suite.ts';
import { createWorld, NOW, PARTNER, type World } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { MailFailure } from '../ports/mail.ts';
import type { EndpointNotice, WebhookEndpoint } from '../../domain/webhook/endpoint.ts';
import { tellOfEndpoints } from './tell-of-endpoints.ts';

const notice = (given: Partial<EndpointNotice> = {}): EndpointNotice => ({
  id: 'f'.repeat(24),
  kind: 'disabled',
  at: NOW,
  dueAt: NOW,
  failures: 0,
  ...given,
});

const given = async (
  kind: EndpointNotice['kind'],
  more: Partial<WebhookEndpoint> = {},
): Promise<{ world: World; id: string; tell: () => Promise<void> }> => {
  const world = createWorld();
  const live = world.partner({ caller: { ...world.partner().caller, mode: 'live' } });
  for (const [name, language] of [
    ['Kim', 'de'],
    ['Lou', 'en'],
  ] as const) {
    const email = `${name.toLowerCase()}@fit.example`;
    const { data } = await world.useCases.createUser(live, { role: 'admin', name, email });
    world.state.users.set(data.id, { ...world.state.users.get(data.id)!, language });
  }
  await world.drain();
  const endpoint = anEndpoint({
    partnerId: PARTNER,
    mode: 'live',
    url: 'https://fit.example/hooks?token=secret',
    disabledReason: 'failing',
    notices: [notice({ kind })],
    ...more,
  });
  await world.deps.webhookEndpoints.insert(endpoint);
  const tell = () => tellOfEndpoints(createCore(world.deps));
  return { world, id: endpoint.id, tell };
};

const hookMails = ({ sent }: World) => sent.filter(({ kind }) => kind.startsWith('webhook_'));

describe('the partner’s admins are told, each in their language,', () => {
  it.each([
    ['failing', 'failing', 'webhook_failing', 'A webhook endpoint of Coach booking has been failing for a day'],
    ['disabled', 'failing', 'webhook_disabled', 'A webhook endpoint of Coach booking is disabled'],
    ['disabled', 'gone', 'webhook_gone', 'A webhook endpoint of Coach booking is disabled'],
  ] as const)('notifies admins of an endpoint that is %s: %s', async (kind, disabledReason, mailKind, subject) => {
    const { world, tell } = await given(kind, { disabledReason });
    await tell();
    await tell();
    expect(hookMails(world).map(({ kind: each, to }) => [each, to])).toEqual([
      [mailKind, 'kim@fit.example'],
      [mailKind, 'lou@fit.example'],
    ]);
    const [german, english] = hookMails(world);
    expect(english!.subject).toBe(subject);
    expect(german!.subject).toContain('Webhook-Endpunkt');
    expect(english!.text).toContain('https://fit.example/hooks');
    expect(english!.text).not.toContain('secret');
    expect(english!.headers?.['Message-ID']).toMatch(/^<f{24}\.[0-9a-f]{24}@book\.example>$/);
    expect([...world.state.webhookEndpoints.values()][0]!.notices).toEqual([]);
  });
});

it('R9 tries a mail again that was not taken, with the same Message-ID', async () => {
  const { world, tell, id } = await given('failing');
  const { send } = world.deps.mail;
  let isAway = true;
  Object.assign(world.deps.mail, {
    send: (message: Parameters<typeof send>[0]) =>
      isAway && message.to.startsWith('lou')
        ? Promise.reject(new MailFailure(message.kind, 'ECONNECTION', false))
        : send(message),
  });
  await tell();
  expect(hookMails(world)).toHaveLength(1);
  expect(world.state.webhookEndpoints.get(id)!.notices).toEqual([
    notice({ kind: 'failing', dueAt: plus(NOW, MINUTE), failures: 1 }),
  ]);
  isAway = false;
  world.passTime(MINUTE);
  await tell();
  const ids = hookMails(world).map(({ headers }) => headers?.['Message-ID']);
  expect([ids.length, new Set(ids).size]).toEqual([3, 2]);
});

it('sends nothing of mode test but webhooks', async () => {
  const { world, tell } = await given('disabled', { mode: 'test', createdAt: plus(NOW, -DAY) });
  const other = anEndpoint({ partnerId: PARTNER, types: ['*'], state: 'active', notices: [] });
  await world.deps.webhookEndpoints.insert(other);
  await tell();
  expect(hookMails(world)).toEqual([]);
  expect([...world.state.webhookDeliveries.values()]).toMatchObject([
    { endpointId: other.id, type: 'endpoint.disabled', state: 'due' },
  ]);
});
