import type { Texts } from '../phrases.ts';

/** The texts that differ where a Dutch reader is addressed by u. */
const formal: Partial<Texts> = {
  services: 'Wat wilt u boeken?',
  zoneYours: 'die van u',
  whyFar: 'Zo ver vooruit kunt u nog niet boeken.',
  noneAhead: 'Kijkt u later nog eens.',
  details: 'Uw gegevens',
  codeNow: 'Uw prijs:',
  codeService: 'Deze code geldt niet voor wat u boekt.',
  codeRefused: 'Uw code geldt niet voor deze boeking. Verbeter de code, of haal hem weg en boek voor de gewone prijs.',
  held: 'Nog {time} voor u vastgehouden',
  heldLeft: 'Uw tijd wordt nog {seconds} seconden vastgehouden.',
  confirmed: 'Uw boeking staat vast',
  pending: 'Uw aanvraag ligt bij {coach}',
  bring: 'Dit neemt u mee',
  linkFollows: '{coach} stuurt u de link om deel te nemen.',
  prove: 'Kijk in uw mailbox',
  proveText:
    'We hebben geschreven naar {email}. Druk binnen 30 minuten op de knop in die e-mail en de sessie is van u. Deze pagina gaat daarna vanzelf verder.',
  proveUntil: 'De tijd wordt tot {time} voor u vastgehouden.',
  manageInMail: 'De link om te wijzigen of te annuleren staat in uw e-mail.',
  expired: 'De tijd wordt niet meer voor u vastgehouden. Houd hem opnieuw vast, of kies een andere.',
  offline: 'U bent offline. Er is niets verloren: probeer het opnieuw zodra u verbinding hebt.',
  addressFull:
    'Vanaf uw verbinding worden op dit moment geen boekingen meer aangenomen. Probeer het later opnieuw, of vraag het rechtstreeks.',
  check: 'Laat zien dat u een mens bent',
  checkFailed: 'De controle kon niet worden geladen. Zonder controle kunt u hier niet boeken.',
  checkFirst: 'Doe eerst de controle in dit formulier. Ziet u er geen, laad de pagina dan opnieuw.',
  yourBooking: 'Uw boeking',
  present: 'Uw huidige tijd:',
  asksAgain: '{coach} moet akkoord gaan met de nieuwe tijd. De oude komt meteen vrij: tot dan hebt u geen sessie.',
  moved: 'Uw boeking is verplaatst.',
  nameRequired: 'Vul uw naam in.',
  emailRequired: 'Vul uw e-mailadres in.',
  heldNow: 'Deze tijd wordt voor u vastgehouden.',
};

export default formal;
