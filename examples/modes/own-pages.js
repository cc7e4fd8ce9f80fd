document.querySelector('#managed').texts = { details: 'Who comes?', notes: 'Anything {coach} should know?' };
