import type { Language } from '../domain/organisation.ts';
import type { Words } from './words.ts';

/** Only the language that is spoken is loaded. */
const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./english/english.ts')).english,
  id: async () => (await import('./indonesian/indonesian.ts')).indonesian,
  'pt-BR': async () => (await import('./portuguese/portuguese.ts')).portuguese,
};

/** The words of a language. */
export function loadWords(language: Language): Promise<Words> {
  return loaders[language]();
}
