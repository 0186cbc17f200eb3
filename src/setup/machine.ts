import type { Language } from '../domain/organisation.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the machine's locale ("pt_BR.UTF-8"), where Rollcall speaks it; English elsewhere. */
export function toLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  const locale = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase();
  if (/^(?:id|in)(?:[_.@-]|$)/.test(locale)) return 'id';
  return /^pt[_-]br(?:[.@]|$)/.test(locale) ? 'pt-BR' : 'en';
}

/** The machine's time zone, "Europe/London"; a container without one says "UTC". */
export function findZone(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}
