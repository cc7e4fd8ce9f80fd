// The coach of the address, or of the link that was followed. `?lang=` and `?theme=` reach the widget too, to try it
// out.
const widget = document.querySelector('coach-booking');
const links = [...document.querySelectorAll('[data-coach]')];
const address = new URL(location.href);

function show(coach) {
  widget.setAttribute('coach', coach);
  for (const link of links) link.setAttribute('aria-current', String(link.dataset.coach === coach));
}

for (const name of ['lang', 'theme', 'time-zone'])
  if (address.searchParams.has(name)) widget.setAttribute(name, address.searchParams.get(name));

const asked = address.searchParams.get('coach');
show(links.some((link) => link.dataset.coach === asked) ? asked : 'coach-a');

for (const link of links)
  link.addEventListener('click', (event) => {
    event.preventDefault();
    show(link.dataset.coach);
    const next = new URL(location.href);
    next.searchParams.set('coach', link.dataset.coach);
    next.hash = 'book';
    history.replaceState(null, '', next);
    document.querySelector('#book').scrollIntoView();
  });
