import type { MailTexts } from './mail-text.ts';

const notYou = 'Se não foi você, escolha outra senha agora mesmo: isso encerra todas as sessões.';
const choose = 'Escolher outra senha';

export const pt: MailTexts = {
  language: 'pt',
  dir: 'ltr',
  greeting: 'Olá, {name},',
  greetingWithoutName: 'Olá,',
  roles: { client: 'cliente', coach: 'coach', staff: 'membro de uma equipe', admin: 'administrador' },
  unknownDevice: 'um dispositivo desconhecido',
  email_verification: {
    subject: 'Confirme seu endereço de e-mail para {product}',
    reason:
      'em {when} uma conta foi cadastrada em {product} com este endereço. Nome: {given}. Função: {role}. Se for sua, confirme o endereço com a sua senha. As reservas que você fez antes com ele também estarão na sua conta.',
    action: 'Confirmar este endereço',
    limit: 'O link funciona por {time}.',
    unasked: 'Se não foi você, nada acontece sem o link e a senha. Você pode mandar encerrar a conta:',
    refuse: 'Não fui eu',
  },
  password_reset: {
    subject: 'Escolha uma nova senha para {product}',
    reason: 'alguém, provavelmente você, pediu para escolher uma nova senha para a sua conta em {product}.',
    action: 'Escolher uma nova senha',
    limit: 'O link funciona uma vez, por {time}. Uma nova senha encerra todas as sessões.',
    unasked: 'Se não foi você, não faça nada: sua senha continua a mesma.',
  },
  invitation: {
    subject: 'Sua conta em {product}',
    reason: '{product} criou uma conta para você. Função: {role}. Escolha uma senha para abri-la.',
    action: 'Escolher uma senha',
    limit: 'O link funciona uma vez, por {time}.',
    unasked: 'Se você não conhece {product}, não faça nada: sem o link ninguém entra na conta.',
  },
  email_change: {
    subject: 'Confirme seu novo endereço de e-mail para {product}',
    reason: 'este endereço deve tomar o lugar do que a sua conta em {product} tem.',
    action: 'Confirmar o novo endereço',
    limit: 'O link funciona por {time}, junto com a sua senha.',
    unasked: 'Se não foi você, não faça nada: sem o link nada muda.',
  },
  account_exists: {
    subject: 'Você já tem uma conta em {product}',
    reason:
      'alguém, talvez você, tentou usar este endereço para uma conta em {product}. Ele já tem uma: entre com ela ou escolha outra senha.',
    action: choose,
    limit: 'O link funciona uma vez, por {time}.',
    unasked: 'Se não foi você, não faça nada: sua conta continua como está, e ninguém ficou sabendo dela.',
  },
  password_changed: {
    subject: 'Sua senha em {product} foi alterada',
    reason: 'a senha da sua conta em {product} foi alterada em {when}.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Seu endereço de e-mail em {product} vai mudar',
    reason: 'em {when} alguém que conhece a sua senha pediu outro endereço de e-mail para a sua conta em {product}.',
    unasked: 'Se não foi você, escolha outra senha agora mesmo: assim nada acontece.',
    action: choose,
  },
  email_changed: {
    subject: 'Seu endereço de e-mail em {product} foi alterado',
    reason: 'desde {when} sua conta em {product} tem outro endereço de e-mail no lugar deste.',
    unasked: 'Se não foi você, escreva agora mesmo para {product}: este endereço não abre mais a conta.',
  },
  role_changed: {
    subject: 'Sua função em {product} foi alterada',
    reason: 'desde {when} sua função em {product} é: {role}. Entre de novo.',
    unasked: 'Se você não esperava por isso, pergunte a {product}.',
  },
  new_device: {
    subject: 'Um novo acesso à sua conta em {product}',
    reason: 'em {when} alguém entrou na sua conta em {product} de um lugar novo ou com um dispositivo novo: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Agora é preciso também um código para entrar em {product}',
    reason: 'em {when} um segundo fator foi ativado na sua conta em {product}.',
    unasked: 'Se não foi você, escolha outra senha agora mesmo e peça a {product} que retire o segundo fator.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Não é mais preciso um código para entrar em {product}',
    reason: 'em {when} o segundo fator da sua conta em {product} foi desativado.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Não é possível ler outro calendário: {product}',
    reason:
      'em {product} o tempo ocupado nos seus outros calendários também conta, mas há mais de um dia não é possível ler estes: {calendars}. Até lá vale o que foi lido por último, ou nada pode ser reservado, como você escolheu para cada um.',
    unasked:
      'A página diz o que está errado. Muitas vezes é preciso copiar de novo o endereço secreto. Enquanto durar, você recebe um aviso por dia.',
    action: 'Abrir suas conexões',
  },
  connection_revoked: {
    subject: 'É preciso conectar uma conta de novo: {product}',
    reason:
      'em {product} a conexão com estas suas contas terminou, pois o provedor não a aceita mais: {accounts}. Os calendários delas não são lidos nem escritos, e não se criam reuniões nelas, até você conectá-las de novo.',
    unasked:
      'Isso acontece quando uma senha foi alterada, o acesso foi retirado no provedor ou ficou muito tempo sem uso. Suas reservas estão todas aí.',
    action: 'Conectar de novo',
  },
  meetings_limited: {
    subject: 'O Zoom está perto do limite de hoje: {product}',
    reason:
      'o Zoom cria e muda no máximo 100 reuniões por dia de cada anfitrião, e para o seu em {product} já foram usadas 90. A partir de 100, as sessões reservadas ou remarcadas recebem sua reunião depois da meia-noite UTC.',
    unasked:
      'As reservas continuam como sempre, e o link de cada sessão permanece: ele leva à reunião assim que houver uma.',
  },
  record_failed: {
    subject: 'Sessões que nenhum provedor conhece: {product}',
    reason:
      'em {product} estas sessões estão reservadas, mas o provedor não tem reunião nem entrada no calendário para elas: {sessions}. Quem entra pelo link vai para a sala que o serviço tem para isso, ou é convidado a escrever para você.',
    unasked:
      'Tenta-se de novo até elas começarem, e nada disso impede ninguém de reservar. Abra suas conexões: talvez seja preciso conectar uma conta de novo. Caso contrário, diga aos seus clientes como vão se encontrar.',
    action: 'Abrir suas conexões',
  },
  changed_there: {
    subject: 'Sessões que estão em outro horário no seu calendário: {product}',
    reason:
      'sessões em {product} foram movidas ou apagadas em um calendário no qual são escritas: {sessions}. Estes são os horários das reservas, que não mudaram; seus clientes vêm nesses horários.',
    unasked:
      'Se o calendário está errado, devolva as sessões ao lugar na página das suas conexões. Se uma sessão deve ter outro horário, remarque a reserva: o calendário acompanha, e seu cliente recebe uma mensagem.',
    action: 'Abrir suas conexões',
  },
};
