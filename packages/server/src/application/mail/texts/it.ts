import type { MailTexts } from './mail-text.ts';

const notYou = 'Se non lo hai fatto tu, scegli subito un’altra password: così si chiudono tutte le sessioni.';
const choose = 'Scegli un’altra password';

export const it: MailTexts = {
  language: 'it',
  dir: 'ltr',
  greeting: 'Ciao {name},',
  greetingWithoutName: 'Ciao,',
  roles: { client: 'cliente', coach: 'coach', staff: 'membro di un team', admin: 'amministratore' },
  unknownDevice: 'un dispositivo sconosciuto',
  email_verification: {
    subject: 'Conferma il tuo indirizzo e-mail per {product}',
    reason:
      'il {when} è stato registrato un account su {product} con questo indirizzo. Nome: {given}. Ruolo: {role}. Se è tuo, conferma l’indirizzo con la tua password. Anche le prenotazioni fatte prima con questo indirizzo saranno allora nel tuo account.',
    action: 'Conferma questo indirizzo',
    limit: 'Il link funziona per {time}.',
    unasked: 'Se non lo hai fatto tu, senza il link e la password non succede nulla. Puoi far chiudere l’account:',
    refuse: 'Non l’ho fatto io',
  },
  password_reset: {
    subject: 'Scegli una nuova password per {product}',
    reason: 'qualcuno, probabilmente tu, ha chiesto di scegliere una nuova password per il tuo account su {product}.',
    action: 'Scegli una nuova password',
    limit: 'Il link funziona una volta sola, per {time}. Una nuova password chiude tutte le sessioni.',
    unasked: 'Se non lo hai fatto tu, non fare nulla: la tua password resta com’è.',
  },
  invitation: {
    subject: 'Il tuo account su {product}',
    reason: '{product} ha creato un account per te. Ruolo: {role}. Scegli una password per aprirlo.',
    action: 'Scegli una password',
    limit: 'Il link funziona una volta sola, per {time}.',
    unasked: 'Se non conosci {product}, non fare nulla: senza il link nessuno può accedere all’account.',
  },
  email_change: {
    subject: 'Conferma il tuo nuovo indirizzo e-mail per {product}',
    reason: 'questo indirizzo deve prendere il posto di quello del tuo account su {product}.',
    action: 'Conferma il nuovo indirizzo',
    limit: 'Il link funziona per {time}, insieme alla tua password.',
    unasked: 'Se non lo hai fatto tu, non fare nulla: senza il link non cambia niente.',
  },
  account_exists: {
    subject: 'Hai già un account su {product}',
    reason:
      'qualcuno, forse tu, ha provato a usare questo indirizzo per un account su {product}. Ne ha già uno: accedi con quello, oppure scegli un’altra password.',
    action: choose,
    limit: 'Il link funziona una volta sola, per {time}.',
    unasked: 'Se non lo hai fatto tu, non fare nulla: il tuo account resta com’è, e nessuno ha saputo che esiste.',
  },
  password_changed: {
    subject: 'La tua password su {product} è stata cambiata',
    reason: 'la password del tuo account su {product} è stata cambiata il {when}.',
    unasked: notYou,
    action: choose,
  },
  email_changing: {
    subject: 'Il tuo indirizzo e-mail su {product} sta per cambiare',
    reason:
      'il {when} qualcuno che conosce la tua password ha chiesto un altro indirizzo e-mail per il tuo account su {product}.',
    unasked: 'Se non lo hai fatto tu, scegli subito un’altra password: così non se ne fa nulla.',
    action: choose,
  },
  email_changed: {
    subject: 'Il tuo indirizzo e-mail su {product} è stato cambiato',
    reason: 'dal {when} il tuo account su {product} ha un altro indirizzo e-mail al posto di questo.',
    unasked: 'Se non lo hai fatto tu, scrivi subito a {product}: questo indirizzo non apre più l’account.',
  },
  role_changed: {
    subject: 'Il tuo ruolo su {product} è stato cambiato',
    reason: 'dal {when} il tuo ruolo su {product} è: {role}. Accedi di nuovo.',
    unasked: 'Se non te lo aspettavi, chiedi a {product}.',
  },
  new_device: {
    subject: 'Un nuovo accesso al tuo account su {product}',
    reason:
      'il {when} qualcuno ha effettuato l’accesso al tuo account su {product} da un luogo o con un dispositivo nuovo: {device}.',
    unasked: notYou,
    action: choose,
  },
  second_factor_enabled: {
    subject: 'Ora per accedere a {product} serve anche un codice',
    reason: 'il {when} è stato attivato un secondo fattore per il tuo account su {product}.',
    unasked:
      'Se non lo hai fatto tu, scegli subito un’altra password e chiedi a {product} di togliere il secondo fattore.',
    action: choose,
  },
  second_factor_disabled: {
    subject: 'Per accedere a {product} non serve più un codice',
    reason: 'il {when} è stato disattivato il secondo fattore del tuo account su {product}.',
    unasked: notYou,
    action: choose,
  },
  calendar_failed: {
    subject: 'Un altro calendario non è leggibile: {product}',
    reason:
      'su {product} anche il tempo occupato nei tuoi altri calendari conta, ma da più di un giorno questi non sono leggibili: {calendars}. Fino ad allora vale ciò che è stato letto per ultimo, oppure non si può prenotare affatto, come hai scelto per ciascuno.',
    unasked:
      'La pagina dice che cosa non va. Spesso l’indirizzo segreto va copiato di nuovo. Finché dura, ricevi un avviso al giorno.',
    action: 'Apri le tue connessioni',
  },
  connection_revoked: {
    subject: 'Un account va collegato di nuovo: {product}',
    reason:
      'su {product} il collegamento con questi tuoi account è finito, perché il fornitore non lo accetta più: {accounts}. I loro calendari non vengono letti né scritti, e lì non si creano incontri online, finché non li colleghi di nuovo.',
    unasked:
      'Succede quando una password è stata cambiata, l’accesso è stato revocato presso il fornitore o non è stato usato a lungo. Le tue prenotazioni ci sono tutte.',
    action: 'Collega di nuovo',
  },
  meetings_limited: {
    subject: 'Zoom è vicino al suo limite di oggi: {product}',
    reason:
      'Zoom crea e sposta al massimo 100 incontri al giorno per ogni host, e per il tuo su {product} ne sono già usati 90. Da 100 in poi, le sedute prenotate o spostate ricevono il loro incontro dopo la mezzanotte UTC.',
    unasked:
      'Le prenotazioni continuano come sempre, e il link di ogni seduta resta lo stesso: porta all’incontro appena esiste.',
  },
  record_failed: {
    subject: 'Sedute che nessun fornitore conosce: {product}',
    reason:
      'su {product} queste sedute sono prenotate, ma presso il fornitore non hanno un incontro online o una voce di calendario: {sessions}. Chi partecipa dal link arriva alla stanza prevista dal servizio, oppure trova l’invito a scriverti.',
    unasked:
      'Si riprova finché non cominciano, e nulla di ciò impedisce di prenotare. Apri le tue connessioni: forse un account va collegato di nuovo. Altrimenti di’ ai tuoi clienti come vi incontrate.',
    action: 'Apri le tue connessioni',
  },
  changed_there: {
    subject: 'Sedute che nel tuo calendario hanno un altro orario: {product}',
    reason:
      'alcune sedute su {product} sono state spostate o eliminate in un calendario in cui vengono scritte: {sessions}. Questi sono gli orari delle prenotazioni, che non sono cambiati; i tuoi clienti vengono allora.',
    unasked:
      'Se il calendario è sbagliato, rimetti a posto le sedute nella pagina delle tue connessioni. Se una seduta deve avere un altro orario, sposta la prenotazione: il calendario la segue, e il tuo cliente riceve un messaggio.',
    action: 'Apri le tue connessioni',
  },
};
