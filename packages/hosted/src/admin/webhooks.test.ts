import { expect } from '@open-wc/testing';
import {
  account,
  bare,
  click,
  delivery,
  endpoint,
  find,
  findAll,
  focused,
  full,
  go,
  ok,
  open,
  refused,
  send,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const one = `#webhooks/${endpoint.id}`;
const path = `/v1/webhook-endpoints/${endpoint.id}`;
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
const buttonOf = (page: Awaited<ReturnType<typeof open>>, text: string) =>
  findAll(page, 'button').find((button) => button.textContent.trim() === text)!;
const press = async (page: Awaited<ReturnType<typeof open>>, text: string) => {
  buttonOf(page, text).id = 'pressed';
  await click(page, '#pressed');
  find(page, '#pressed')?.removeAttribute('id');
};

describe('webhook endpoints', () => {
  it('lists endpoints with their events, and since when they fail', async () => {
    const text = plain(textOf(await open('#webhooks')));
    expect(text).to.contain(endpoint.url).and.contain('booking.created, booking.cancelled');
    expect(text).to.contain('Everything has failed since Apr 11, 2028');
    expect(plain(textOf(await open('#webhooks', admin, bare)))).to.contain('There is no endpoint yet.');
  });

  it('adds an endpoint and shows its secret once', async () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwHkWnOYFviR0=';
    const page = await open('#webhooks', admin, {
      ...full,
      'POST /v1/webhook-endpoints': () => ok({ ...endpoint, secret }),
    });
    await type(page, '#url', ' https://fit.example/hooks ');
    await click(page, '#thin');
    await send(page, 'form.plain');
    expect(stage.bodies).to.deep.equal([{ url: 'https://fit.example/hooks', payload: 'thin' }]);
    expect(find<HTMLInputElement>(page, '#new-key-text')!.value).to.equal(secret);
    expect(focused(page)?.id).to.equal('new-key');
    await press(page, 'I have stored it');
    expect(find(page, '#new-key-text')).to.equal(null);
  });

  it('needs an address, and shows why the server refuses one', async () => {
    const page = await open('#webhooks', admin, {
      ...full,
      'POST /v1/webhook-endpoints': () => refused(422, 'URL_NOT_ALLOWED', 'That address is inside this network.'),
    });
    await send(page, 'form.plain');
    expect(focused(page)?.id).to.equal('url');
    expect(stage.bodies).to.deep.equal([]);
    await type(page, '#url', 'https://10.0.0.1/');
    await send(page, 'form.plain');
    expect(textOf(page)).to.contain('That address is inside this network.');
  });

  it('switches an endpoint off and on', async () => {
    const page = await open(one, admin, {
      ...full,
      [`PATCH ${path}`]: ({ body }) => ok({ ...endpoint, ...body, disabledReason: 'by_hand' }),
    });
    await press(page, 'Switch off');
    expect(textOf(page)).to.contain('Switched off');
    await press(page, 'Switch on');
    expect(stage.bodies).to.deep.equal([{ state: 'disabled' }, { state: 'active' }]);
  });

  it('makes a new secret, and shows it once beside how long the old one signs', async () => {
    const page = await open(one, admin, {
      ...full,
      [`POST ${path}/secret/roll`]: () => ok({ ...endpoint, secret: 'whsec_new' }),
    });
    expect(plain(textOf(page))).to.contain('…aB9=, signs until Apr 12, 2028');
    await press(page, 'New secret');
    expect(find<HTMLInputElement>(page, '#new-key-text')!.value).to.equal('whsec_new');
  });

  for (const [answer, text] of [
    [{ ok: true, eventId: 'evt_2', status: 204, ms: 48 }, 'It answered 204 in 48 ms.'],
    [{ ok: false, eventId: 'evt_2', ms: 15_000, code: 'TIMEOUT' }, 'It did not take the event: TIMEOUT.'],
    [
      { ok: false, eventId: 'evt_2', status: 401, ms: 9, code: '401', problem: 'wrong_clock' },
      'The clock of that server is wrong',
    ],
  ] as const)
    it(`tests an endpoint: ${text}`, async () => {
      const page = await open(one, admin, { ...full, [`POST ${path}/test`]: () => ok(answer) });
      await press(page, 'Send a test event');
      expect(plain(textOf(page))).to.contain(text);
    });

  it('sends again what was missed between two days', async () => {
    const page = await open(one, admin, { ...full, [`POST ${path}/replay`]: () => ok({ deliveries: 12, more: true }) });
    await send(page, '#replay');
    expect(focused(page)?.id).to.equal('from');
    await type(page, '#from', '2028-04-01');
    await type(page, '#to', '2028-04-02');
    await send(page, '#replay');
    const [{ from, to }] = stage.bodies as [{ from: string; to: string }];
    expect(Date.parse(to) - Date.parse(from)).to.equal(2 * 86_400_000);
    expect(textOf(page)).to.contain('12 are sent again; there are more');
  });

  it('removes an endpoint after a question', async () => {
    const page = await open(one, admin, { ...full, [`DELETE ${path}`]: () => ok({ deleted: true }) });
    await press(page, 'Remove');
    expect(stage.asked.some((line) => line.startsWith('DELETE'))).to.equal(false);
    await send(page, 'dialog form');
    expect(stage.asked).to.include(`DELETE ${path}`);
    expect(location.hash).to.equal('#webhooks');
  });
});

describe('deliveries', () => {
  it('lists deliveries by state, each with its attempts and its body', async () => {
    const page = await open(`${one}?state=due`);
    expect(stage.asked).to.include(`GET /v1/webhook-deliveries?endpointId=${endpoint.id}&state=due`);
    await go(page, `${one}?delivery=${delivery.id}`);
    const text = plain(textOf(page));
    expect(text).to.contain('Attempt 1').and.contain('Bad gateway').and.contain('"type": "booking.created"');
  });
});
