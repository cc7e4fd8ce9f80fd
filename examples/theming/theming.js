const widget = document.querySelector('coach-booking');

for (const choice of document.querySelectorAll('[name="look"]'))
  choice.addEventListener('change', () => (widget.className = choice.value));
