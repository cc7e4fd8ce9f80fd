import { spokenIn } from '../spoken-in.ts';

/** What the page says that finds a business, in English. */
const en = {
  title: 'Which business?',
  text: 'Several businesses work with this server. Type the short name of yours; it stands in the links that you were sent.',
  slug: 'Short name',
  go: 'Continue',
  required: 'Please fill this in.',
  unknown: 'No business here goes by that name. Please check the link, or type the short name.',
  closedTitle: 'Closed for the moment',
  closed: 'This business cannot be booked or managed here at the moment. Nothing is lost. Please ask it how to go on.',
};

export type GateTexts = Readonly<Record<keyof typeof en, string>>;

const de: GateTexts = {
  title: 'Welches Unternehmen?',
  text: 'Mit diesem Server arbeiten mehrere Unternehmen. Geben Sie den Kurznamen von Ihrem ein; er steht in den Links, die Sie bekommen haben.',
  slug: 'Kurzname',
  go: 'Weiter',
  required: 'Bitte ausfüllen.',
  unknown: 'Kein Unternehmen heißt hier so. Bitte prüfen Sie den Link, oder geben Sie den Kurznamen ein.',
  closedTitle: 'Zurzeit geschlossen',
  closed:
    'Dieses Unternehmen kann hier zurzeit weder gebucht noch verwaltet werden. Nichts geht verloren. Bitte fragen Sie dort, wie es weitergeht.',
};

const es: GateTexts = {
  title: '¿Qué negocio?',
  text: 'Varios negocios trabajan con este servidor. Escriba el nombre corto del suyo; está en los enlaces que recibió.',
  slug: 'Nombre corto',
  go: 'Continuar',
  required: 'Rellene este campo.',
  unknown: 'Ningún negocio tiene aquí ese nombre. Compruebe el enlace o escriba el nombre corto.',
  closedTitle: 'Cerrado por el momento',
  closed: 'Por el momento este negocio no se puede reservar ni gestionar aquí. No se pierde nada. Pregúntele cómo seguir.',
};

const fr: GateTexts = {
  title: 'Quelle entreprise ?',
  text: 'Plusieurs entreprises travaillent avec ce serveur. Saisissez le nom court de la vôtre ; il figure dans les liens que vous avez reçus.',
  slug: 'Nom court',
  go: 'Continuer',
  required: 'Veuillez remplir ce champ.',
  unknown: 'Aucune entreprise ne porte ce nom ici. Vérifiez le lien, ou saisissez le nom court.',
  closedTitle: 'Fermé pour le moment',
  closed: 'Pour le moment, cette entreprise ne peut être ni réservée ni gérée ici. Rien n’est perdu. Demandez-lui comment continuer.',
};

const ar: GateTexts = {
  title: 'أي نشاط تجاري؟',
  text: 'تعمل عدة أنشطة تجارية على هذا الخادم. اكتب الاسم المختصر لنشاطك؛ ستجده في الروابط التي وصلتك.',
  slug: 'الاسم المختصر',
  go: 'متابعة',
  required: 'يرجى ملء هذا الحقل.',
  unknown: 'لا يوجد هنا نشاط بهذا الاسم. تحقق من الرابط أو اكتب الاسم المختصر.',
  closedTitle: 'مغلق حاليًا',
  closed: 'لا يمكن حاليًا الحجز لدى هذا النشاط أو إدارته هنا. لم يُفقد أي شيء. يرجى سؤاله عن كيفية المتابعة.',
};

/** In the language of a BCP 47 tag. */
export const gateTextsFor = (tag: string) => spokenIn({ en, de, es, fr, ar }, tag);
