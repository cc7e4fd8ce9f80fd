const query = new URLSearchParams(location.search);

for (const name of ['booking', 'status']) document.querySelector(`#${name}`).value = query.get(name) ?? 'unknown';
