import type { MessageLanguage } from '../../../domain/message/message.ts';
import type { Tone } from '../../ports/partners.ts';
import type { StandardTexts } from './standard-texts.ts';

/** The tone that a language does not have by itself: what is in the texts to attendees, and what takes its place. */
interface OtherTone {
  readonly tone: Tone;
  readonly pairs: readonly (readonly [usual: string, other: string])[];
}

/** The languages that have two tones. The SMS keep to letters of GSM-7. */
export const otherTones: Readonly<Partial<Record<MessageLanguage, OtherTone>>> = {
  de: {
    tone: 'informal',
    pairs: [
      ['So finden Sie hin', 'So findest du hin'],
      ['Guten Tag {{ lead.name }}', 'Hallo {{ lead.name }}'],
      ['die Ihnen passen könnten', 'die dir passen könnten'],
      ['schickt Ihnen dies zu Ihrer Buchung', 'schickt dir dies zu deiner Buchung'],
      ['sagen wir Ihnen Bescheid', 'sagen wir dir Bescheid'],
      ['Wir sagen Ihnen Bescheid', 'Wir sagen dir Bescheid'],
      ['ist für Sie reserviert. Wir freuen uns auf Sie.', 'ist für dich reserviert. Wir freuen uns auf dich.'],
      ['dass Sie gewartet haben', 'dass du gewartet hast'],
      ['Bitte wählen Sie eine andere Zeit', 'Bitte wähle eine andere Zeit'],
      ['Bitte merken Sie sich die neue Zeit', 'Bitte merk dir die neue Zeit'],
      ['Sie müssen nichts weiter tun', 'Du musst nichts weiter tun'],
      ['Wir haben Sie vermisst', 'Wir haben dich vermisst'],
      ['ich habe Sie bei unserem Termin vermisst', 'ich habe dich bei unserem Termin vermisst'],
      ['die Ihnen besser passt', 'die dir besser passt'],
      ['Sie haben Ihren Termin', 'Du hast deinen Termin'],
      ['Wählen Sie einfach eine neue Zeit, die Ihnen passt', 'Wähl einfach eine neue Zeit, die dir passt'],
      ['Wählen Sie eine Zeit', 'Wähl eine Zeit'],
      ['Ihr Konto ist bereit. Was Sie mit dieser Adresse', 'Dein Konto ist bereit. Was du mit dieser Adresse'],
      ['als Gast gebucht haben', 'als Gast gebucht hast'],
      ['was Sie von nun an buchen', 'was du von nun an buchst'],
      ['Bitte bestätigen Sie Ihre Buchung', 'Bitte bestätige deine Buchung'],
      ['Bitte bestätigen Sie, dass Sie gebucht haben', 'Bitte bestätige, dass du gebucht hast'],
      ['ist die Zeit für Sie reserviert', 'ist die Zeit für dich reserviert'],
      ['Sie waren es nicht? Dann tun Sie nichts', 'Du warst es nicht? Dann tu nichts'],
      ['Sie haben {{ service.title }}', 'Du hast {{ service.title }}'],
      ['Öffnen Sie den Link', 'Öffne den Link'],
      ['wie Sie es verlassen haben', 'wie du es verlassen hast'],
      ['keine Zeit für Sie reserviert. Ist Ihre dann', 'keine Zeit für dich reserviert. Ist deine dann'],
      ['schickt Ihnen dies, weil', 'schickt dir dies, weil'],
      [
        'Waren Sie das nicht? Dann ist nichts gebucht, und Sie können',
        'Warst du das nicht? Dann ist nichts gebucht, und du kannst',
      ],
      ['Ihre Anfrage', 'deine Anfrage'],
      ['Ihre Buchung', 'deine Buchung'],
      ['Ihren Wunschtermin', 'deinen Wunschtermin'],
      ['Ihren Termin', 'deinen Termin'],
      ['Ihr Termin', 'dein Termin'],
    ],
  },
  es: {
    tone: 'informal',
    pairs: [
      ['que quizá le vengan bien', 'que quizá te vengan bien'],
      ['le envía este mensaje por su reserva', 'te envía este mensaje por tu reserva'],
      ['le envía este mensaje porque', 'te envía este mensaje porque'],
      ['Le avisaremos', 'Te avisaremos'],
      ['Le hemos reservado', 'Te hemos reservado'],
      ['Le esperamos', 'Te esperamos'],
      ['Tiene una cita reservada', 'Tienes una cita reservada'],
      ['que usted pidió', 'que pediste'],
      ['Anote la nueva hora', 'Anota la nueva hora'],
      ['No tiene que hacer nada', 'No tienes que hacer nada'],
      ['Le recordamos', 'Te recordamos'],
      ['¿Faltó a su cita?', '¿Faltaste a tu cita?'],
      ['Le echamos de menos', 'Te echamos de menos'],
      ['He visto que no pudo venir', 'He visto que no pudiste venir'],
      ['No pudo venir a su cita', 'No pudiste venir a tu cita'],
      ['que le venga mejor', 'que te venga mejor'],
      ['elija otra hora cuando quiera', 'elige otra hora cuando quieras'],
      ['Elija una hora', 'Elige una hora'],
      ['Elija otra hora', 'Elige otra hora'],
      ['Le damos la bienvenida', 'Te damos la bienvenida'],
      ['Su cuenta está lista. Lo que reservó', 'Tu cuenta está lista. Lo que reservaste'],
      ['lo que reserve a partir', 'lo que reserves a partir'],
      ['Confirme, por favor', 'Confirma, por favor'],
      ['Confirme su reserva', 'Confirma tu reserva'],
      ['confirme que ha sido usted quien ha reservado', 'confirma que has reservado tú'],
      ['le guardamos la hora', 'te guardamos la hora'],
      ['¿No ha sido usted? Entonces no haga nada', '¿No has sido tú? Entonces no hagas nada'],
      ['Eligió {{ service.title }}', 'Elegiste {{ service.title }}'],
      [
        'Abra el enlace y encontrará el formulario como lo dejó',
        'Abre el enlace y encontrarás el formulario como lo dejaste',
      ],
      ['reservada para usted. Si la suya', 'reservada para ti. Si la tuya'],
      ['Si no fue usted', 'Si no fuiste tú'],
      ['y puede detener', 'y puedes detener'],
      ['Su solicitud', 'Tu solicitud'],
      ['su solicitud', 'tu solicitud'],
      ['Su cita', 'Tu cita'],
      ['su cita', 'tu cita'],
      ['Su reserva', 'Tu reserva'],
    ],
  },
  fr: {
    tone: 'informal',
    pairs: [
      ['qui pourraient vous convenir', 'qui pourraient te convenir'],
      ['vous envoie ce message à propos de votre', 'envoie ce message à propos de ta'],
      ['vous envoie ce message parce que', 't’envoie ce message parce que'],
      ['Nous vous préviendrons', 'Nous te préviendrons'],
      ['Nous vous dirons', 'Nous te dirons'],
      ['c’est réservé pour vous. Au plaisir de vous voir.', 'c’est réservé pour toi. Au plaisir de te voir.'],
      ['que vous avez demandé', 'que tu as demandé'],
      ['Veuillez noter', 'Note bien'],
      ['Vous n’avez rien à faire', 'Tu n’as rien à faire'],
      ['Vous nous avez manqué', 'Tu nous as manqué'],
      ['J’ai vu que vous aviez manqué', 'J’ai vu que tu avais manqué'],
      ['qui vous convient mieux', 'qui te convient mieux'],
      ['Vous avez manqué votre rendez-vous', 'Tu as manqué ton rendez-vous'],
      ['choisissez un nouvel horaire quand vous voulez', 'choisis un nouvel horaire quand tu veux'],
      ['Choisissez un', 'Choisis un'],
      ['Votre compte est prêt. Ce que vous avez réservé', 'Ton compte est prêt. Ce que tu as réservé'],
      ['ce que vous réserverez', 'ce que tu réserveras'],
      ['Veuillez confirmer', 'Confirme'],
      ['Confirmez votre réservation', 'Confirme ta réservation'],
      ['confirmez que c’est bien vous qui avez réservé', 'confirme que c’est bien toi qui as réservé'],
      ['l’horaire est gardé pour vous', 'l’horaire est gardé pour toi'],
      ['Ce n’était pas vous', 'Ce n’était pas toi'],
      ['Alors ne faites rien', 'Alors ne fais rien'],
      ['Vous avez choisi', 'Tu as choisi'],
      ['Ouvrez le lien', 'Ouvre le lien'],
      ['tel que vous l’avez laissé', 'tel que tu l’as laissé'],
      ['n’est gardé pour vous. Si le vôtre', 'n’est gardé pour toi. Si le tien'],
      ['Si ce n’était pas vous', 'Si ce n’était pas toi'],
      ['et vous pouvez arrêter', 'et tu peux arrêter'],
      ['votre demande', 'ta demande'],
      ['Votre demande', 'Ta demande'],
      ['votre rendez-vous', 'ton rendez-vous'],
      ['Votre rendez-vous', 'Ton rendez-vous'],
      ['Votre réservation', 'Ta réservation'],
    ],
  },
  it: {
    tone: 'formal',
    pairs: [
      ['Ciao {{ lead.name }}', 'Buongiorno {{ lead.name }}'],
      ['e ti diamo il benvenuto', 'e benvenuto'],
      ['Modifica o annulla', 'Modifichi o annulli'],
      ['Modifica o ritira', 'Modifichi o ritiri'],
      ['Scegli un altro orario', 'Scelga un altro orario'],
      ['che potrebbero andarti bene', 'che potrebbero andarLe bene'],
      ['ti invia questo messaggio per la tua prenotazione', 'Le invia questo messaggio per la Sua prenotazione'],
      ['ti invia questo messaggio perché', 'Le invia questo messaggio perché'],
      ['La tua richiesta', 'La Sua richiesta'],
      ['la tua richiesta', 'la Sua richiesta'],
      ['alla tua richiesta', 'alla Sua richiesta'],
      ['Ti scriviamo', 'Le scriviamo'],
      ['Ti diremo', 'Le diremo'],
      ['La tua prenotazione', 'La Sua prenotazione'],
      ['che hai chiesto', 'che ha chiesto'],
      ['La tua seduta', 'La Sua seduta'],
      ['la tua seduta', 'la Sua seduta'],
      ['della tua seduta', 'della Sua seduta'],
      ['per la tua seduta', 'per la Sua seduta'],
      ['Prendi nota', 'Prenda nota'],
      ['Non devi fare nulla', 'Non deve fare nulla'],
      ['hai saltato il tuo appuntamento', 'ha saltato il Suo appuntamento'],
      ['il tuo appuntamento', 'il Suo appuntamento'],
      ['Hai saltato l’appuntamento?', 'Ha saltato l’appuntamento?'],
      ['Ci è dispiaciuto non vederti', 'Ci è dispiaciuto non vederLa'],
      ['che ti vada meglio', 'che Le vada meglio'],
      ['Scegli un nuovo orario', 'Scelga un nuovo orario'],
      ['scegli un nuovo orario quando vuoi', 'scelga un nuovo orario quando vuole'],
      ['Scegli un orario', 'Scelga un orario'],
      ['Ti diamo il benvenuto', 'Le diamo il benvenuto'],
      [
        'Il tuo account è pronto. Le prenotazioni che hai fatto',
        'Il Suo account è pronto. Le prenotazioni che ha fatto',
      ],
      ['quelle che farai', 'quelle che farà'],
      ['Apri il tuo account', 'Apra il Suo account'],
      ['Conferma: {{ service.title }}', 'Confermi: {{ service.title }}'],
      ['Conferma la tua prenotazione', 'Confermi la Sua prenotazione'],
      ['conferma che la prenotazione è tua', 'confermi che la prenotazione è Sua'],
      ['l’orario è tenuto per te', 'l’orario è tenuto per Lei'],
      ['Conferma la prenotazione', 'Confermi la prenotazione'],
      ['La prenotazione non è tua? Allora non fare nulla', 'La prenotazione non è Sua? Allora non faccia nulla'],
      ['Hai scelto', 'Ha scelto'],
      ['Apri il link: il modulo è come l’hai lasciato', 'Apra il link: il modulo è come l’ha lasciato'],
      ['Completa la prenotazione', 'Completi la prenotazione'],
      ['Nessun orario è riservato per te. Se il tuo', 'Nessun orario è riservato per Lei. Se il Suo'],
      ['Se non l’hai fatto tu', 'Se non l’ha fatto Lei'],
      ['e qui puoi fermare', 'e qui può fermare'],
    ],
  },
  nl: {
    tone: 'formal',
    pairs: [
      ['Hoi {{ lead.name }}', 'Beste {{ lead.name }}'],
      ['Zo kom je er', 'Zo komt u er'],
      ['die je misschien schikken', 'die u misschien schikken'],
      ['stuurt je dit vanwege je boeking', 'stuurt u dit vanwege uw boeking'],
      ['stuurt je dit omdat', 'stuurt u dit omdat'],
      ['Je hoort', 'U hoort'],
      ['staat voor je vast', 'staat voor u vast'],
      ['die je vroeg', 'die u vroeg'],
      ['Sorry dat je hebt moeten wachten', 'Sorry dat u hebt moeten wachten'],
      ['Je hoeft niets te doen', 'U hoeft niets te doen'],
      ['We hebben je gemist', 'We hebben u gemist'],
      ['die je beter past', 'die u beter past'],
      ['je hebt je afspraak', 'u hebt uw afspraak'],
      ['wanneer het je uitkomt', 'wanneer het u uitkomt'],
      ['Je account is klaar. Wat je met dit adres', 'Uw account is klaar. Wat u met dit adres'],
      ['wat je vanaf nu boekt', 'wat u vanaf nu boekt'],
      ['Je account openen', 'Uw account openen'],
      ['bevestig dat jij hebt geboekt', 'bevestig dat u hebt geboekt'],
      ['tot dan is de tijd van jou', 'tot dan is de tijd van u'],
      ['Was jij het niet?', 'Was u het niet?'],
      ['Je koos', 'U koos'],
      ['zoals je het achterliet', 'zoals u het achterliet'],
      ['geen tijd voor je vastgehouden. Is die van jou', 'geen tijd voor u vastgehouden. Is die van u'],
      ['Was jij dat niet? Dan is er niets geboekt, en kun je', 'Was u dat niet? Dan is er niets geboekt, en kunt u'],
      ['Dit neem je mee', 'Dit neemt u mee'],
      ['Je aanvraag', 'Uw aanvraag'],
      ['je aanvraag', 'uw aanvraag'],
      ['Je boeking', 'Uw boeking'],
      ['je boeking', 'uw boeking'],
      ['Je sessie', 'Uw sessie'],
      ['je sessie', 'uw sessie'],
      ['Je afspraak', 'Uw afspraak'],
      ['je afspraak', 'uw afspraak'],
    ],
  },
};

type Text = string | readonly Text[] | { readonly [key: string]: Text };

/** Returns a text, or all texts in something, in the other tone. A sentence begins with a capital in either. */
function reworded<T>(value: T, pairs: OtherTone['pairs']): T {
  const reword = (text: Text): Text => {
    if (typeof text === 'string')
      return pairs.reduce(
        (all, [usual, other]) =>
          all.replaceAll(usual, (_, at: number) =>
            at === 0 || /(?:[.!?] |\n|# )$/.test(all.slice(0, at))
              ? other.charAt(0).toUpperCase() + other.slice(1)
              : other,
          ),
        text,
      );
    if (Array.isArray(text)) return (text as readonly Text[]).map(reword);
    return Object.fromEntries(Object.entries(text).map(([key, each]) => [key, reword(each)]));
  };
  return reword(value as Text) as T;
}

const kept = new Map<string, unknown>();

/** Returns texts to attendees in a tone; as they are where their language has it by itself, or has no other. */
export function inTone<T>(name: string, language: MessageLanguage, tone: Tone | undefined, value: T): T {
  const other = otherTones[language];
  if (!other || other.tone !== tone) return value;
  const key = `${name} ${language}`;
  if (!kept.has(key)) kept.set(key, reworded(value, other.pairs));
  return kept.get(key) as T;
}

/** Returns the texts of a language in which those to attendees have a tone; those to coaches have one alone. */
export function tonedTexts(texts: StandardTexts, tone: Tone | undefined): StandardTexts {
  const { language, words, calendar, attendee } = texts;
  const { sentBy, unnamed } = words;
  const ofAttendees = inTone('standard', language, tone, {
    attendee,
    calendar: calendar.attendee,
    sentBy: sentBy.attendee,
    unnamed: unnamed.attendee,
  });
  if (ofAttendees.attendee === attendee) return texts;
  return {
    ...texts,
    attendee: ofAttendees.attendee,
    calendar: { ...calendar, attendee: ofAttendees.calendar },
    words: {
      ...words,
      sentBy: { ...sentBy, attendee: ofAttendees.sentBy },
      unnamed: { ...unnamed, attendee: ofAttendees.unnamed },
    },
  };
}
