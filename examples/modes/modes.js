const output = document.querySelector('output');

addEventListener('coach-open', () => (output.value = 'open'));
addEventListener('coach-close', ({ detail }) => (output.value = detail.booked ? 'closed, and booked' : 'closed'));
