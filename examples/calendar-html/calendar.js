// A coach signs in on the partner's own page. `<coach-calendar>` calls `session` for a token before each request; when
// the server refuses a token, it calls again and passes that token, and the refresh token gets the next one. Both live
// in this page only: another visit signs in again.
const { baseUrl, publishableKey } = document.body.dataset;
const form = document.querySelector('#sign-in');
const problem = document.querySelector('#problem');
const container = document.querySelector('#calendar');
const address = new URL(location.href);

let session = null;
let refreshing = null;

async function call(path, body) {
  const response = await fetch(`${baseUrl}/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Publishable-Key': publishableKey },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.message), { code: answer.code });
  return answer.data;
}

/** The calendar comes with a session and goes with it. */
function show(next) {
  session = next;
  form.hidden = session !== null;
  if (session === null) container.replaceChildren();
  else if (container.childElementCount === 0) container.append(newCalendar());
}

function newCalendar() {
  const calendar = document.createElement('coach-calendar');
  calendar.session = token;
  calendar.setAttribute('theme', 'auto');
  // `?lang=`, `?theme=`, `?view=` and `?date=` reach the calendar, to try it out.
  for (const name of ['lang', 'theme', 'view', 'date'])
    if (address.searchParams.has(name)) calendar.setAttribute(name, address.searchParams.get(name));
  calendar.addEventListener('coach-sign-in', (event) => {
    event.preventDefault();
    show(null);
  });
  return calendar;
}

async function token({ refused } = {}) {
  if (session && session.accessToken === refused) await refresh();
  return session?.accessToken ?? null;
}

/** Returns the next session. A refresh token works once, so all callers during a refresh wait for the same answer. */
function refresh() {
  refreshing ??= call('refresh', { refreshToken: session.refreshToken })
    .then(show, (error) => {
      // Without an answer, or after a fault of the server, the session may still be valid.
      if (!/^SESSION_/.test(error.code)) throw error;
      show(null);
    })
    .finally(() => (refreshing = null));
  return refreshing;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem.textContent = '';
  try {
    show(await call('login', Object.fromEntries(new FormData(form))));
    form.reset();
  } catch (error) {
    problem.textContent = error.code ? error.message : 'The server cannot be reached.';
  }
});

show(null);
