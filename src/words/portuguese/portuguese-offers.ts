import type { OfferWords } from '../offer-words.ts';
import { say } from './portuguese-forms.ts';

export const portugueseOffers: OfferWords = {
  adopted: {
    title: (account) =>
      account === ''
        ? say`Trazer o que foi mudado no celular`
        : say`Trazer o que foi mudado no celular (${account})`,
    body: (
      run,
    ) => say`Alguém mudou estes grupos no celular. Ninguém aqui sabe quem foi, nem por quê: pode ser a vontade de alguém, e não é um fato.

- **Era para ser assim?** Faça o merge: a partir daí os arquivos dizem como os grupos estão, e nada muda no WhatsApp.
- **Não era?** Feche e faça um plano: ele mostra o que faz os grupos voltarem aos arquivos.

Podem estar aqui números de pessoas que não estavam em nenhum arquivo. Isto é refeito enquanto algo for diferente; o que não deu para trazer está na [execução](${run}).`,
  },
  ids: {
    title: (groups, account) => {
      const what =
        groups === 1 ? say`Anotar o id de um grupo novo` : say`Anotar os ids de ${groups} grupos novos`;
      return account === '' ? what : say`${what} (${account})`;
    },
    intro: say`O Rollcall criou estes grupos. Cada arquivo recebe o \`id:\` do grupo criado a partir dele, e nada mais: **o merge disto não muda nada no WhatsApp.** Até lá, só a memória do Rollcall sabe qual grupo é de qual arquivo.`,
    left: say`Não anotados, embora o grupo exista:`,
    reasons: {
      'file-gone': (id) =>
        say`o arquivo não existe mais. Traga-o de volta com a linha \`id: ${id}\`, ou cuide do grupo no celular.`,
      'other-id': (id) =>
        say`o arquivo agora indica outro grupo. O que foi criado a partir dele é \`${id}\`: cuide dele no celular.`,
      unreadable: (id) => say`o arquivo tem erros. Ponha você a linha \`id: ${id}\` no topo dele.`,
    },
    again: (run) => say`Cada execução refaz isto com os arquivos do momento; a última foi [esta](${run}).`,
  },
  noChecks: say`**Nenhuma verificação começou aqui?** O GitHub não começa nenhuma para o que o token do próprio workflow abre. Feche este pull request e abra de novo: aí elas começam. Com um token no segredo \`ROLLCALL_TOKEN\` elas começam sozinhas (docs/setup.md).`,
};
