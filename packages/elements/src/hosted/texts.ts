/** What the sign-in page says, in English. `{…}` are filled in. */
const en = {
  title: 'Sign in to your calendar',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'Forgot your password?',
  busy: 'One moment…',
  signOut: 'Sign out',
  required: 'Please fill this in.',
  wrong: 'This e-mail and password do not go together.',
  limited: 'Too many attempts. Please wait a while before you try again.',
  offline: 'The server cannot be reached. Nothing is lost: try again when you are connected.',
  server: 'Something went wrong on our side. Please try again.',
  setup: 'Signing in is not possible at this address.',
  ended: 'Your session has ended. Please sign in again.',
  forCoaches: 'This calendar is for coaches and their team. To see your bookings, use the links you received by e-mail.',
  choose: 'Whose calendar?',
  noCoaches: 'There are no coaches yet.',
  retry: 'Try again',
  otherCoach: 'Another coach',
  demo: 'To try it: {email} with the password {password}',
};

export type PageTexts = Readonly<Record<keyof typeof en, string>>;

const de: PageTexts = {
  title: 'Bei Ihrem Kalender anmelden',
  email: 'E-Mail',
  password: 'Passwort',
  signIn: 'Anmelden',
  forgotten: 'Passwort vergessen?',
  busy: 'Einen Moment…',
  signOut: 'Abmelden',
  required: 'Bitte ausfüllen.',
  wrong: 'E-Mail und Passwort passen nicht zusammen.',
  limited: 'Zu viele Versuche. Bitte warten Sie eine Weile, bevor Sie es wieder versuchen.',
  offline: 'Der Server ist nicht erreichbar. Nichts geht verloren: Versuchen Sie es wieder, sobald Sie verbunden sind.',
  server: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  setup: 'Unter dieser Adresse kann man sich nicht anmelden.',
  ended: 'Ihre Sitzung ist beendet. Bitte melden Sie sich wieder an.',
  forCoaches: 'Dieser Kalender ist für Coaches und ihr Team. Ihre Buchungen öffnen Sie mit den Links aus Ihren E-Mails.',
  choose: 'Wessen Kalender?',
  noCoaches: 'Es gibt noch keine Coaches.',
  retry: 'Noch einmal versuchen',
  otherCoach: 'Anderer Coach',
  demo: 'Zum Ausprobieren: {email} mit dem Passwort {password}',
};

const es: PageTexts = {
  title: 'Inicie sesión en su calendario',
  email: 'Correo electrónico',
  password: 'Contraseña',
  signIn: 'Iniciar sesión',
  forgotten: '¿Olvidó su contraseña?',
  busy: 'Un momento…',
  signOut: 'Cerrar sesión',
  required: 'Rellene este campo.',
  wrong: 'El correo y la contraseña no coinciden.',
  limited: 'Demasiados intentos. Espere un rato antes de volver a intentarlo.',
  offline: 'No se puede llegar al servidor. No se pierde nada: inténtelo de nuevo cuando esté conectado.',
  server: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo.',
  setup: 'En esta dirección no se puede iniciar sesión.',
  ended: 'Su sesión ha terminado. Inicie sesión de nuevo.',
  forCoaches: 'Este calendario es para los coaches y su equipo. Para ver sus reservas, use los enlaces que recibió por correo.',
  choose: '¿El calendario de quién?',
  noCoaches: 'Todavía no hay coaches.',
  retry: 'Intentar de nuevo',
  otherCoach: 'Otro coach',
  demo: 'Para probarlo: {email} con la contraseña {password}',
};

const fr: PageTexts = {
  title: 'Connectez-vous à votre agenda',
  email: 'E-mail',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  forgotten: 'Mot de passe oublié ?',
  busy: 'Un instant…',
  signOut: 'Se déconnecter',
  required: 'Veuillez remplir ce champ.',
  wrong: 'Cet e-mail et ce mot de passe ne vont pas ensemble.',
  limited: 'Trop de tentatives. Patientez un moment avant de réessayer.',
  offline: 'Le serveur est injoignable. Rien n’est perdu : réessayez une fois connecté.',
  server: 'Une erreur s’est produite de notre côté. Veuillez réessayer.',
  setup: 'On ne peut pas se connecter à cette adresse.',
  ended: 'Votre session est terminée. Reconnectez-vous.',
  forCoaches: 'Cet agenda est réservé aux coachs et à leur équipe. Pour voir vos réservations, suivez les liens reçus par e-mail.',
  choose: 'L’agenda de qui ?',
  noCoaches: 'Il n’y a pas encore de coach.',
  retry: 'Réessayer',
  otherCoach: 'Autre coach',
  demo: 'Pour essayer : {email} avec le mot de passe {password}',
};

const ar: PageTexts = {
  title: 'سجّل الدخول إلى تقويمك',
  email: 'البريد الإلكتروني',
  password: 'كلمة المرور',
  signIn: 'تسجيل الدخول',
  forgotten: 'نسيت كلمة المرور؟',
  busy: 'لحظة من فضلك…',
  signOut: 'تسجيل الخروج',
  required: 'يرجى ملء هذا الحقل.',
  wrong: 'البريد الإلكتروني وكلمة المرور غير متطابقين.',
  limited: 'محاولات كثيرة. يرجى الانتظار قليلًا قبل المحاولة من جديد.',
  offline: 'تعذّر الوصول إلى الخادم. لم يُفقد شيء: حاول مجددًا عند الاتصال.',
  server: 'حدث خطأ من جهتنا. يرجى المحاولة مجددًا.',
  setup: 'لا يمكن تسجيل الدخول في هذا العنوان.',
  ended: 'انتهت جلستك. يرجى تسجيل الدخول من جديد.',
  forCoaches: 'هذا التقويم للمدرّبين وفرقهم. لرؤية حجوزاتك استخدم الروابط التي وصلتك بالبريد الإلكتروني.',
  choose: 'تقويم من؟',
  noCoaches: 'لا يوجد مدرّبون بعد.',
  retry: 'حاول مجددًا',
  otherCoach: 'مدرّب آخر',
  demo: 'للتجربة: {email} مع كلمة المرور {password}',
};

const languages: Readonly<Record<string, PageTexts>> = { en, de, es, fr, ar };

/** The texts for a BCP 47 tag; English for a language that is not spoken here. */
export function pageTextsFor(tag: string): { readonly language: string; readonly dir: 'ltr' | 'rtl'; readonly texts: PageTexts } {
  const base = tag.slice(0, 2).toLowerCase();
  const texts = languages[base];
  return { language: texts ? base : 'en', dir: base === 'ar' ? 'rtl' : 'ltr', texts: texts ?? en };
}
