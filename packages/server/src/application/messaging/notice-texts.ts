import type { NoticeKind } from '../ports/mail.ts';

/** `{brand}`, `{max}` and `{day}`, of webhooks `{url}` and `{since}` are placeholders. */
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
      'The limit of {max} SMS for {day} (UTC) is used up. Further SMS of that day are not sent: a mail says the same to whoever has an address. Mails and push messages go as usual.',
      'The limit is in the settings of messages. It starts again with the next day.',
    ],
  },
  webhook_failing: {
    subject: 'A webhook endpoint of {brand} has been failing for a day',
    body: [
      '{url} has not taken a single webhook since {since}. It is tried for four days more, and then disabled.',
      'Test it at the webhooks of the admin pages: the answer of your server stands there.',
    ],
  },
  webhook_disabled: {
    subject: 'A webhook endpoint of {brand} is disabled',
    body: [
      '{url} has not taken a single webhook since {since}, so it is sent nothing any more.',
      'What happens meanwhile is kept. Once your server is back, switch the endpoint on and send what it has missed.',
    ],
  },
  webhook_gone: {
    subject: 'A webhook endpoint of {brand} is disabled',
    body: [
      '{url} answered 410, which says that it is gone for good, so it is sent nothing any more.',
      'If that was a mistake, switch the endpoint on and send what it has missed.',
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
      'Die Grenze von {max} SMS für den {day} (UTC) ist aufgebraucht. Weitere SMS dieses Tages werden nicht gesendet: Wer eine Adresse hat, bekommt dasselbe per E-Mail. E-Mails und Push-Nachrichten gehen wie gewohnt.',
      'Die Grenze steht in den Einstellungen der Nachrichten. Mit dem nächsten Tag beginnt sie von vorn.',
    ],
  },
  webhook_failing: {
    subject: 'Ein Webhook-Endpunkt von {brand} antwortet seit einem Tag nicht',
    body: [
      '{url} hat seit {since} keinen einzigen Webhook angenommen. Wir versuchen es noch vier Tage und schalten ihn dann ab.',
      'Prüfen Sie ihn unter Webhooks in der Verwaltung: Dort steht, was Ihr Server antwortet.',
    ],
  },
  webhook_disabled: {
    subject: 'Ein Webhook-Endpunkt von {brand} ist abgeschaltet',
    body: [
      '{url} hat seit {since} keinen einzigen Webhook angenommen und bekommt deshalb nichts mehr.',
      'Was inzwischen geschieht, wird aufgehoben. Wenn Ihr Server wieder da ist, schalten Sie den Endpunkt ein und lassen Sie das Versäumte nachsenden.',
    ],
  },
  webhook_gone: {
    subject: 'Ein Webhook-Endpunkt von {brand} ist abgeschaltet',
    body: [
      '{url} hat mit 410 geantwortet, also dass es ihn nicht mehr gibt, und bekommt deshalb nichts mehr.',
      'War das ein Versehen, schalten Sie den Endpunkt ein und lassen Sie das Versäumte nachsenden.',
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
      'El límite de {max} SMS del {day} (UTC) se ha agotado. Los demás SMS de ese día no se envían: quien tiene una dirección recibe lo mismo por correo. Los correos y las notificaciones siguen como siempre.',
      'El límite está en los ajustes de mensajes. Con el día siguiente empieza de nuevo.',
    ],
  },
  webhook_failing: {
    subject: 'Un webhook de {brand} falla desde hace un día',
    body: [
      '{url} no ha aceptado ni un solo webhook desde {since}. Se intentará cuatro días más y después se desactivará.',
      'Pruébelo en los webhooks de la administración: ahí está la respuesta de su servidor.',
    ],
  },
  webhook_disabled: {
    subject: 'Un webhook de {brand} está desactivado',
    body: [
      '{url} no ha aceptado ni un solo webhook desde {since}, así que ya no se le envía nada.',
      'Lo que ocurra entretanto se guarda. Cuando su servidor vuelva, active el webhook y envíe lo que se ha perdido.',
    ],
  },
  webhook_gone: {
    subject: 'Un webhook de {brand} está desactivado',
    body: [
      '{url} respondió 410, es decir, que ya no existe, así que ya no se le envía nada.',
      'Si fue un error, active el webhook y envíe lo que se ha perdido.',
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
      'La limite de {max} SMS pour le {day} (UTC) est épuisée. Les autres SMS de ce jour ne sont pas envoyés : qui a une adresse reçoit la même chose par e-mail. Les e-mails et les notifications partent comme d’habitude.',
      'La limite se trouve dans les réglages des messages. Elle repart de zéro le lendemain.',
    ],
  },
  webhook_failing: {
    subject: 'Un webhook de {brand} échoue depuis un jour',
    body: [
      '{url} n’a accepté aucun webhook depuis le {since}. Nous essayons encore quatre jours, puis il sera désactivé.',
      'Testez-le sous les webhooks de l’administration : la réponse de votre serveur y figure.',
    ],
  },
  webhook_disabled: {
    subject: 'Un webhook de {brand} est désactivé',
    body: [
      '{url} n’a accepté aucun webhook depuis le {since} et ne reçoit donc plus rien.',
      'Ce qui se passe entre-temps est conservé. Dès que votre serveur est de retour, réactivez le webhook et renvoyez ce qu’il a manqué.',
    ],
  },
  webhook_gone: {
    subject: 'Un webhook de {brand} est désactivé',
    body: [
      '{url} a répondu 410, donc qu’il n’existe plus, et ne reçoit donc plus rien.',
      'Si c’était une erreur, réactivez le webhook et renvoyez ce qu’il a manqué.',
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
      'استُنفد حد {max} من الرسائل القصيرة ليوم {day} (UTC). لن تُرسل رسائل قصيرة أخرى في ذلك اليوم: من له عنوان يصله الشيء نفسه بالبريد. ويستمر البريد الإلكتروني والإشعارات كالمعتاد.',
      'تجد الحد في إعدادات الرسائل، ويبدأ من جديد مع اليوم التالي.',
    ],
  },
  webhook_failing: {
    subject: 'نقطة ويب هوك لدى {brand} تفشل منذ يوم',
    body: [
      'لم يقبل {url} أي إشعار منذ {since}. سنحاول أربعة أيام أخرى ثم نوقفه.',
      'اختبره في صفحة الويب هوك ضمن الإدارة: ستجد هناك ما يرد به خادمك.',
    ],
  },
  webhook_disabled: {
    subject: 'أُوقفت نقطة ويب هوك لدى {brand}',
    body: [
      'لم يقبل {url} أي إشعار منذ {since}، لذلك لم يعد يُرسل إليه شيء.',
      'ما يحدث في هذه الأثناء محفوظ. حين يعود خادمك فعّل النقطة وأرسل ما فاتها.',
    ],
  },
  webhook_gone: {
    subject: 'أُوقفت نقطة ويب هوك لدى {brand}',
    body: [
      'رد {url} بالرمز 410، أي أنه لم يعد موجودًا، لذلك لم يعد يُرسل إليه شيء.',
      'إن كان ذلك خطأ ففعّل النقطة وأرسل ما فاتها.',
    ],
  },
};

const TEXTS: Readonly<Record<string, NoticeTexts>> = { en, de, es, fr, ar };

/** Returns the texts in the language of a tag such as `de-AT`; in English when it is not known. */
export function noticeTextsFor(language: string | undefined): NoticeTexts {
  return TEXTS[language?.toLowerCase().split('-')[0] ?? ''] ?? en;
}
