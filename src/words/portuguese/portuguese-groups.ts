import type { GroupsWords } from '../groups-words.ts';
import { groups, many, say } from './portuguese-forms.ts';

/** What `groups` says. */
export const portugueseGroups: GroupsWords = {
  summary: (count, account) =>
    count === 0
      ? say`A conta ${account} não está em nenhum grupo.`
      : say`A conta ${account} está em ${groups(count)}.`,
  sandbox: say`Isto é um sandbox: os grupos não são de ninguém.`,
  people: (count, isWhole) => {
    const people = many(count, say`pessoa`, say`pessoas`);
    return isWhole ? people : say`pelo menos ${people}`;
  },
  role: { owner: say`dona`, admin: say`admin`, member: say`membro`, unknown: say`não consta` },
  kind: { community: say`comunidade`, announcements: say`avisos de uma comunidade` },
  noFile: say`sem arquivo`,
  unnamed: say`sem nome`,
  hiddenId: (flag) => say`o id contém um número: ${flag} mostra`,
  headings: {
    gone: say`Arquivos cujo grupo não existe mais:`,
    withoutId: say`Arquivos sem id:`,
    unread: say`Não foi possível ler agora:`,
  },
  withoutId: {
    missing: say`um grupo a criar; se for um dos de cima, ponha o id dele no arquivo`,
    wrong: say`o id não é de grupo: use um dos de cima`,
  },
  cut: (limit) =>
    say`A lista do GOWA termina em ${groups(limit)}: a conta pode estar em outros, que não aparecem aqui.`,
  mistakes: (command) => say`Arquivos com erros podem faltar aqui: ${command} diz quais.`,
  elsewhere: (files) =>
    say`${many(files, say`arquivo de outra conta não foi lido`, say`arquivos de outras contas não foram lidos`)}.`,
  toImport: (count, command) =>
    say`${groups(count)} ainda ${count === 1 ? say`não tem` : say`não têm`} arquivo: ${command} escreve.`,
};
