/** What the pages of mails' links say, in English. */
const en = {
  verifyTitle: 'Confirm your e-mail address',
  verifyText: 'Press the button if you made an account with this address. If you did not, close this page and nothing happens.',
  verify: 'Confirm my address',
  verified: 'Your address is confirmed. You can close this page.',
  passwordTitle: 'Choose a password',
  passwordText: 'It takes the place of the old one, and ends your sessions on all devices.',
  password: 'New password',
  save: 'Save the password',
  saved: 'Your new password works from now on.',
  signIn: 'To your calendar',
  forgottenTitle: 'Choose another password',
  forgottenText: 'We send a link to your address. It works for one hour.',
  email: 'E-mail',
  send: 'Send the link',
  sent: 'If this address has an account, the link is on its way. Please look into your mailbox.',
  another: 'Ask for a new link',
  busy: 'One moment…',
  required: 'Please fill this in.',
  dead: 'This link is too old, or was used before.',
  unsafe:
    'This password is too easy to guess. Take at least ten characters, no well-known password, and neither your name nor your e-mail.',
  limited: 'Too many attempts. Please wait a while before you try again.',
  offline: 'The server cannot be reached. Nothing is lost: try again when you are connected.',
  server: 'Something went wrong on our side. Please try again.',
  setup: 'This is not possible at this address.',
};

export type AccountTexts = Readonly<Record<keyof typeof en, string>>;

const de: AccountTexts = {
  verifyTitle: 'Bestätigen Sie Ihre E-Mail-Adresse',
  verifyText:
    'Drücken Sie den Knopf, wenn Sie mit dieser Adresse ein Konto angelegt haben. Wenn nicht, schließen Sie die Seite, und nichts geschieht.',
  verify: 'Meine Adresse bestätigen',
  verified: 'Ihre Adresse ist bestätigt. Sie können diese Seite schließen.',
  passwordTitle: 'Wählen Sie ein Passwort',
  passwordText: 'Es ersetzt das alte und beendet Ihre Sitzungen auf allen Geräten.',
  password: 'Neues Passwort',
  save: 'Passwort speichern',
  saved: 'Ihr neues Passwort gilt ab jetzt.',
  signIn: 'Zu Ihrem Kalender',
  forgottenTitle: 'Wählen Sie ein anderes Passwort',
  forgottenText: 'Wir schicken einen Link an Ihre Adresse. Er gilt eine Stunde.',
  email: 'E-Mail',
  send: 'Link schicken',
  sent: 'Wenn es zu dieser Adresse ein Konto gibt, ist der Link unterwegs. Bitte sehen Sie in Ihr Postfach.',
  another: 'Neuen Link anfordern',
  busy: 'Einen Moment…',
  required: 'Bitte ausfüllen.',
  dead: 'Dieser Link ist zu alt oder wurde schon benutzt.',
  unsafe:
    'Dieses Passwort ist zu leicht zu erraten. Nehmen Sie mindestens zehn Zeichen, kein bekanntes Passwort und weder Namen noch E-Mail.',
  limited: 'Zu viele Versuche. Bitte warten Sie eine Weile, bevor Sie es wieder versuchen.',
  offline: 'Der Server ist nicht erreichbar. Nichts geht verloren: Versuchen Sie es wieder, sobald Sie verbunden sind.',
  server: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  setup: 'Unter dieser Adresse ist das nicht möglich.',
};

const es: AccountTexts = {
  verifyTitle: 'Confirme su correo electrónico',
  verifyText: 'Pulse el botón si ha creado una cuenta con esta dirección. Si no, cierre esta página y no pasará nada.',
  verify: 'Confirmar mi dirección',
  verified: 'Su dirección está confirmada. Puede cerrar esta página.',
  passwordTitle: 'Elija una contraseña',
  passwordText: 'Sustituye a la anterior y cierra sus sesiones en todos los dispositivos.',
  password: 'Contraseña nueva',
  save: 'Guardar la contraseña',
  saved: 'Su contraseña nueva ya funciona.',
  signIn: 'A su calendario',
  forgottenTitle: 'Elija otra contraseña',
  forgottenText: 'Le enviamos un enlace a su dirección. Funciona durante una hora.',
  email: 'Correo electrónico',
  send: 'Enviar el enlace',
  sent: 'Si esta dirección tiene una cuenta, el enlace está en camino. Mire en su buzón.',
  another: 'Pedir otro enlace',
  busy: 'Un momento…',
  required: 'Rellene este campo.',
  dead: 'Este enlace es demasiado antiguo o ya se usó.',
  unsafe: 'Esta contraseña es fácil de adivinar. Use al menos diez caracteres, ninguna contraseña conocida, y ni su nombre ni su correo.',
  limited: 'Demasiados intentos. Espere un rato antes de volver a intentarlo.',
  offline: 'No se puede llegar al servidor. No se pierde nada: inténtelo de nuevo cuando esté conectado.',
  server: 'Algo ha fallado por nuestra parte. Inténtelo de nuevo.',
  setup: 'En esta dirección no es posible.',
};

const fr: AccountTexts = {
  verifyTitle: 'Confirmez votre adresse e-mail',
  verifyText: 'Appuyez sur le bouton si vous avez créé un compte avec cette adresse. Sinon, fermez cette page et rien ne se passera.',
  verify: 'Confirmer mon adresse',
  verified: 'Votre adresse est confirmée. Vous pouvez fermer cette page.',
  passwordTitle: 'Choisissez un mot de passe',
  passwordText: 'Il remplace l’ancien et ferme vos sessions sur tous les appareils.',
  password: 'Nouveau mot de passe',
  save: 'Enregistrer le mot de passe',
  saved: 'Votre nouveau mot de passe est valable dès maintenant.',
  signIn: 'Vers votre agenda',
  forgottenTitle: 'Choisissez un autre mot de passe',
  forgottenText: 'Nous envoyons un lien à votre adresse. Il est valable une heure.',
  email: 'E-mail',
  send: 'Envoyer le lien',
  sent: 'Si cette adresse a un compte, le lien est en route. Regardez dans votre boîte de réception.',
  another: 'Demander un autre lien',
  busy: 'Un instant…',
  required: 'Veuillez remplir ce champ.',
  dead: 'Ce lien est trop ancien ou a déjà servi.',
  unsafe:
    'Ce mot de passe est trop facile à deviner. Prenez au moins dix caractères, pas de mot de passe connu, ni votre nom ni votre e-mail.',
  limited: 'Trop de tentatives. Patientez un moment avant de réessayer.',
  offline: 'Le serveur est injoignable. Rien n’est perdu : réessayez une fois connecté.',
  server: 'Une erreur s’est produite de notre côté. Veuillez réessayer.',
  setup: 'Ce n’est pas possible à cette adresse.',
};

const ar: AccountTexts = {
  verifyTitle: 'أكّد بريدك الإلكتروني',
  verifyText: 'اضغط الزر إذا كنت قد أنشأت حسابًا بهذا العنوان. وإلا فأغلق هذه الصفحة ولن يحدث شيء.',
  verify: 'تأكيد عنواني',
  verified: 'تم تأكيد عنوانك. يمكنك إغلاق هذه الصفحة.',
  passwordTitle: 'اختر كلمة مرور',
  passwordText: 'تحل محل القديمة وتنهي جلساتك على جميع الأجهزة.',
  password: 'كلمة المرور الجديدة',
  save: 'حفظ كلمة المرور',
  saved: 'كلمة مرورك الجديدة صالحة من الآن.',
  signIn: 'إلى تقويمك',
  forgottenTitle: 'اختر كلمة مرور أخرى',
  forgottenText: 'نرسل رابطًا إلى عنوانك. وهو صالح لمدة ساعة.',
  email: 'البريد الإلكتروني',
  send: 'إرسال الرابط',
  sent: 'إذا كان لهذا العنوان حساب فالرابط في طريقه إليك. يرجى تفقّد بريدك.',
  another: 'طلب رابط جديد',
  busy: 'لحظة من فضلك…',
  required: 'يرجى ملء هذا الحقل.',
  dead: 'هذا الرابط قديم أو استُخدم من قبل.',
  unsafe: 'كلمة المرور هذه سهلة التخمين. استخدم عشرة أحرف على الأقل، من غير كلمة معروفة ولا اسمك ولا بريدك.',
  limited: 'محاولات كثيرة. يرجى الانتظار قليلًا قبل المحاولة من جديد.',
  offline: 'تعذّر الوصول إلى الخادم. لم يُفقد شيء: حاول مجددًا عند الاتصال.',
  server: 'حدث خطأ من جهتنا. يرجى المحاولة مجددًا.',
  setup: 'هذا غير ممكن في هذا العنوان.',
};

const languages: Readonly<Record<string, AccountTexts>> = { en, de, es, fr, ar };

/** The texts for a BCP 47 tag; English for a language that is not spoken here. */
export function accountTextsFor(tag: string): { readonly language: string; readonly dir: 'ltr' | 'rtl'; readonly texts: AccountTexts } {
  const base = tag.slice(0, 2).toLowerCase();
  const texts = languages[base];
  return { language: texts ? base : 'en', dir: base === 'ar' ? 'rtl' : 'ltr', texts: texts ?? en };
}
