import type { PageTexts } from './en.ts';

export const fr: PageTexts = {
  coming: 'À venir',
  comingText: 'Des deux prochaines semaines, à l’heure de {zone}.',
  past: 'Passées',
  pastText: 'Des trente derniers jours, les plus récentes d’abord.',
  none: 'Aucune réunion ici. Les prestations qui en ont une se règlent sous Prestations.',
  reload: 'Regarder à nouveau',
  number: 'Réunion {number}',
  password: 'Mot de passe {password}',
  people: 'Qui était là',
  unnamed: 'Sans nom',
  host: 'hôte',
  visit: 'de {from} à {to}, {minutes}',
  visitOpen: 'depuis {from}',
  visitEnd: 'jusqu’à {to}',
  recording: 'Enregistrement, {minutes}, {size}',
};
