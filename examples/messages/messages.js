// Shows what the partner's server reads with its secret test key: the key itself never reaches a browser.
const find = (id) => document.getElementById(id);
const form = find('clock');
const stamp = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Makes an element with these properties and children; texts stay texts. */
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

async function call(path, body) {
  const response = await fetch(`/messages/${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

const folded = (title, text) =>
  make('details', {}, make('summary', { textContent: title }), make('pre', { textContent: text }));

/** The message as its reader would see it, and below it what else is in it. */
function bodyOf({ id, channel, subject, text, html, headers, calendar, segments }) {
  if (channel === 'sms')
    return [
      make('p', { className: 'bubble', dir: 'auto', textContent: text }),
      make('p', { className: 'quiet', textContent: segments === 1 ? 'One SMS.' : `${segments} SMS.` }),
    ];
  if (channel === 'push')
    return [make('p', { className: 'bubble', dir: 'auto' }, make('b', { textContent: subject }), `\n${text}`)];
  const frame = make('iframe', { title: subject, src: `mail/${id}`, loading: 'lazy' });
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [
    ...(html ? [frame] : []),
    folded('Plain text', text),
    ...(calendar ? [folded(`Calendar file (${calendar.method})`, calendar.content)] : []),
    ...(lines.length > 0 ? [folded('Headers', lines.join('\n'))] : []),
  ];
}

const names = { email: 'Mail', sms: 'SMS', push: 'Push message' };

/** The message, folded; the first one is open. */
function articleOf(message, index) {
  const { kind, channel, to, address, subject, fromName, sentAt } = message;
  const title = subject ?? `${names[channel]}: ${kind}`;
  const from = fromName ? `from ${fromName} ` : '';
  const about = `${names[channel]} · ${kind} · ${from}to the ${to.role} at ${address} · ${stamp.format(new Date(sentAt))}`;
  const summary = make(
    'summary',
    {},
    make('h2', { textContent: title, dir: 'auto' }),
    make('p', { className: 'quiet', textContent: about }),
  );
  return make('article', {}, make('details', { open: index === 0 }, summary, ...bodyOf(message)));
}

async function show() {
  const { messages } = await call('list');
  find('none').hidden = messages.length > 0;
  find('messages').replaceChildren(...messages.reverse().map(articleOf));
}

async function attempt(act) {
  find('problem').textContent = '';
  try {
    await act();
  } catch (error) {
    find('problem').textContent = error.message || 'The server cannot be reached.';
  }
}

const MINUTE = 60_000;
/** The clock goes on until it is moved by hand. */
let isMoved = false;

/** Shows an instant in whole minutes, at it or right after it. The field takes the local time, without a zone. */
function setClock(at) {
  const minute = Math.ceil(at / MINUTE) * MINUTE;
  form.now.value = new Date(minute - new Date(minute).getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

form.now.addEventListener('input', () => (isMoved = true));

for (const button of form.querySelectorAll('[data-minutes]'))
  button.addEventListener('click', () => {
    isMoved = true;
    setClock(Date.parse(form.now.value) + button.dataset.minutes * MINUTE);
  });

/** One line for each state: "2 sent, 1 skipped (no_address)". */
function handledText({ messages, more }) {
  if (messages.length === 0) return 'Nothing is due by then.';
  const counts = {};
  for (const { state, code } of messages) {
    const name = code ? `${state} (${code})` : state;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const texts = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `${texts.join(', ')}.${more ? ' There are more: press again.' : ''}`;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!isMoved) setClock(Date.now());
  void attempt(async () => {
    const handled = await call('run-due', { now: new Date(form.now.value).toISOString() });
    find('done').textContent = handledText(handled);
    await show();
  });
});

setClock(Date.now());
void attempt(show);
