import type { BookTexts } from './phrases.ts';

/** The texts for a client who is signed in on a page to book, in Portuguese. */
export const pt: BookTexts = {
  label: 'Sua conta',
  signedIn: 'Você entrou como {name}',
  mine: 'Suas sessões',
  notYou: 'Não é você? Sair',
  unproven:
    'Seu endereço de e-mail ainda não foi confirmado. Depois disso, o que você reservar aqui também estará na sua conta.',
  prove: 'Confirmar na conta',
  last: 'Suas últimas sessões',
  again: 'Reservar de novo',
  all: 'Mostrar todos os serviços',
};
