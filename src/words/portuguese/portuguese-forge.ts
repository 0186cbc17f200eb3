import type { ForgeWords } from '../forge-words.ts';
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
  noChecks: (forge) =>
    say`**Nenhuma verificação começou aqui?** ${forge} não começa nenhuma para o que o token do próprio workflow abre. Feche este pull request e abra de novo: aí elas começam. Com um token no segredo \`ROLLCALL_TOKEN\` elas começam sozinhas (docs/setup.md).`,
};

export const portugueseForge: ForgeWords = {
  comment: {
    noPlan: say`Não há plano`,
    noOutcome: say`Não se sabe o que aconteceu`,
    unplanned: say`Não foi possível fazer o plano.`,
    unreported: say`A execução terminou antes do relatório.`,
    approvesNothing: say`Fazer o merge disto não aprova nada.`,
    seeRun: (run) => say`Mais detalhes [na execução](${run}).`,
    another: say`Este plano é outro, diferente do de cima, para o mesmo commit: olhe de novo antes do merge.`,
    askAgain: say`O plano agora é outro. Por favor, olhe de novo.`,
  },
  drift: (account) =>
    account === ''
      ? say`Os grupos estão diferentes dos seus arquivos`
      : say`Os grupos estão diferentes dos seus arquivos (${account})`,
  cut: (lines) => say`… mais ${lines} linhas foram cortadas; o arquivo do plano tem todas.`,
  head: {
    link: (path) => say`${path} é um link simbólico ou um submódulo. Coloque ali o próprio arquivo.`,
    unsafe: (path) => say`${path} não é nome para um arquivo de grupos. Dê outro.`,
    noFolder: (path) => say`Não há pasta ${path} no pull request.`,
    conflict: say`Não dá para fazer o merge do pull request como está (há um conflito). Atualize-o primeiro.`,
  },
  unapproved: {
    none: (pulls) =>
      say`Merge sem plano (não há, expirou, foi feito depois do merge ou com outra chave): ${pulls}. Nada disso está aprovado.`,
    'not-reviewed': (pulls) =>
      say`Merge com um plano que foi feito, ou mudou, depois da última revisão que o aprovou: ${pulls}. Nada disso está aprovado.`,
    disputed: (pulls) =>
      say`Merge junto com outros que tinham o mesmo commit e mostravam outro plano: ${pulls}. Nada disso está aprovado.`,
    alone: (forge, commits, newest) =>
      say`Commits que vieram sem pull request com merge, pelo que ${forge} diz: ${commits} (o mais novo é ${newest}). Nada deles está aprovado.`,
    cut: say`Houve merges demais desde a última aplicação, ou o histórico foi reescrito: o que está mais atrás não está aprovado.`,
  },
  unsealed: say`A memória no branch não está como o Rollcall a deixou, ou a ROLLCALL_KEY é outra: ela não é usada.`,
  passedOver: say`O branch já avançou: a execução do commit mais novo aplica este também.`,
  lost: (hours) =>
    say`O que esta execução pode ter gasto conta como gasto por ${hours} horas, e os planos dela serão encontrados de novo.`,
  foreign: (branch) =>
    say`${branch} tem commits de outra pessoa, por isso ficou como está: faça o merge deles ou apague o branch.`,
  notes: {
    reasons: {
      failed: say`Algo falhou, ou não pôde ser comprovado`,
      incomplete: say`Nem tudo foi feito ainda`,
      refused: say`Um limite não deixa`,
      usage: say`Uma configuração ou opção está errada`,
      mistakes: say`Os arquivos têm erros`,
      interrupted: say`Foi interrompido`,
      bug: say`É um erro do próprio Rollcall`,
    },
    ended: (reason, code) => say`${reason} (código ${code})`,
    more: (count) => say`mais ${count}, todos no log acima`,
    wholeText: say`O log tem o texto completo.`,
    untold: say`Não foi possível avisar os admins do que aconteceu nesta execução.`,
  },
  public: say`Este repositório é público, e o que seria oferecido pode conter números de pessoas que ainda não estão em nenhum arquivo. Nada foi enviado: rode rollcall adopt você mesmo.`,
};
