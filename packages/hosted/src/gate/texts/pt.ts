import type { GateTexts } from './phrases.ts';

export const pt: GateTexts = {
  title: 'Qual negócio?',
  text: 'Vários negócios trabalham com este servidor. Digite o nome curto do seu: ele está nos links que você recebeu.',
  slug: 'Nome curto',
  go: 'Continuar',
  required: 'Preencha este campo.',
  unknown: 'Nenhum negócio aqui tem esse nome. Confira o link ou digite o nome curto.',
  closedTitle: 'Fechado no momento',
  closed:
    'No momento este negócio não pode ser reservado nem administrado aqui. Nada se perdeu. Pergunte a ele como continuar.',
};
