import type { NoticeKind } from '../ports/mail.ts';

/** `{brand}`, `{max}` and `{day}` are placeholders. */
export interface NoticeText {
  readonly subject: string;
  readonly body: readonly string[];
}

export interface NoticeTexts extends Readonly<Record<NoticeKind, NoticeText>> {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** In letters of GSM-7 where the language allows it. */
  readonly testSms: string;
}

const en: NoticeTexts = {
  language: 'en',
  dir: 'ltr',
  testSms: '{brand}: this is a test. SMS arrive.',
  sender_test: {
    subject: 'Test: mails of {brand} arrive',
    body: ['This is a test that you asked for. Mails of {brand} look like this and come from this sender.'],
  },
  cost_guard: {
    subject: 'SMS of {brand} have reached today’s limit',
    body: [
      'The limit of {max} SMS for {day} (UTC) is used up. Further SMS of that day are not sent; mails and push messages go as usual.',
      'The limit is in the settings of messages. It starts again with the next day.',
    ],
  },
};

const de: NoticeTexts = {
  language: 'de',
  dir: 'ltr',
  testSms: '{brand}: Das ist ein Test. SMS kommen an.',
  sender_test: {
    subject: 'Test: E-Mails von {brand} kommen an',
    body: ['Das ist der gewünschte Test. So sehen E-Mails von {brand} aus, und von diesem Absender kommen sie.'],
  },
  cost_guard: {
    subject: 'SMS von {brand} haben die Grenze für heute erreicht',
    body: [
      'Die Grenze von {max} SMS für den {day} (UTC) ist aufgebraucht. Weitere SMS dieses Tages werden nicht gesendet; E-Mails und Push-Nachrichten gehen wie gewohnt.',
      'Die Grenze steht in den Einstellungen der Nachrichten. Mit dem nächsten Tag beginnt sie von vorn.',
    ],
  },
};

const es: NoticeTexts = {
  language: 'es',
  dir: 'ltr',
  testSms: '{brand}: esto es una prueba. Los SMS llegan.',
  sender_test: {
    subject: 'Prueba: los correos de {brand} llegan',
    body: ['Esta es la prueba que pidió. Así se ven los correos de {brand}, y este es su remitente.'],
  },
  cost_guard: {
    subject: 'Los SMS de {brand} han alcanzado el límite de hoy',
    body: [
      'El límite de {max} SMS del {day} (UTC) se ha agotado. Los demás SMS de ese día no se envían; los correos y las notificaciones siguen como siempre.',
      'El límite está en los ajustes de mensajes. Con el día siguiente empieza de nuevo.',
    ],
  },
};

const fr: NoticeTexts = {
  language: 'fr',
  dir: 'ltr',
  testSms: '{brand} : ceci est un test. Les SMS arrivent.',
  sender_test: {
    subject: 'Test : les e-mails de {brand} arrivent',
    body: ['Voici le test demandé. Les e-mails de {brand} ont cet aspect et viennent de cet expéditeur.'],
  },
  cost_guard: {
    subject: 'Les SMS de {brand} ont atteint la limite du jour',
    body: [
      'La limite de {max} SMS pour le {day} (UTC) est épuisée. Les autres SMS de ce jour ne sont pas envoyés ; les e-mails et les notifications partent comme d’habitude.',
      'La limite se trouve dans les réglages des messages. Elle repart de zéro le lendemain.',
    ],
  },
};

const ar: NoticeTexts = {
  language: 'ar',
  dir: 'rtl',
  testSms: '{brand}: هذه رسالة تجريبية. الرسائل القصيرة تصل.',
  sender_test: {
    subject: 'تجربة: رسائل {brand} تصل',
    body: ['هذه هي التجربة التي طلبتها. هكذا تبدو رسائل {brand} الإلكترونية، ومن هذا المرسل تأتي.'],
  },
  cost_guard: {
    subject: 'بلغت الرسائل القصيرة من {brand} حد اليوم',
    body: [
      'استُنفد حد {max} من الرسائل القصيرة ليوم {day} (UTC). لن تُرسل رسائل قصيرة أخرى في ذلك اليوم؛ أما البريد الإلكتروني والإشعارات فتستمر كالمعتاد.',
      'تجد الحد في إعدادات الرسائل، ويبدأ من جديد مع اليوم التالي.',
    ],
  },
};

const TEXTS: Readonly<Record<string, NoticeTexts>> = { en, de, es, fr, ar };

/** Returns the texts in the language of a tag such as `de-AT`; in English when it is not known. */
export function noticeTextsFor(language: string | undefined): NoticeTexts {
  return TEXTS[language?.toLowerCase().split('-')[0] ?? ''] ?? en;
}
