import type { ReasonWords } from '../reason-words.ts';
import { many, say } from './portuguese-forms.ts';
import { portugueseLeftAlone } from './portuguese-left-alone.ts';
import { portugueseLoosened } from './portuguese-loosened.ts';
import { portugueseLimits } from './portuguese-limits.ts';
import { portugueseOutcomes } from './portuguese-outcomes.ts';
import { portugueseSince } from './portuguese-since.ts';

/** Why something is as it is. */
export const portugueseReasons: ReasonWords = {
  leftAlone: portugueseLeftAlone,
  ...portugueseOutcomes,
  ...portugueseLimits,
  ...portugueseSince,
  dates: {
    unreadable: {
      report: say`não foi possível ler o grupo; o próximo plano mostra isto de novo`,
      terminal: say`não foi possível ler o grupo, então isto não é aprovado agora: faça o plano de novo`,
    },
    forgotten: {
      report: say`não há registro das execuções anteriores, então é preciso um novo plano nesse dia`,
      terminal: say`não há registro das execuções anteriores (state:), então é preciso um novo plano nesse dia`,
    },
  },
  notices: {
    'lid-known': {
      report: ({ name }) => say`Um número escondido é de ${name}: agora o arquivo pode trazer o nome.`,
      terminal: ({ name, lid }) =>
        say`${lid} no arquivo é ${name}: agora o número é conhecido, escreva-o no lugar`,
    },
    'allow-expired': {
      report: () => say`A permissão do arquivo para passar de um limite venceu e pode ser retirada.`,
      terminal: say`o allow: do arquivo venceu: retire-o`,
    },
    'allow-used-up': {
      report: () => say`A permissão do arquivo para passar de um limite já foi usada e pode ser retirada.`,
      terminal: say`o allow: do arquivo já foi usado: retire-o`,
    },
  },
  openGroups: {
    report: (count) =>
      say`Em ${many(count, say`grupo`, say`grupos`)}, qualquer membro pode adicionar pessoas, e quem é adicionado assim é removido de novo, porque não está em nenhuma lista. É melhor que só admins possam adicionar membros ali.`,
    terminal: (count) =>
      say`Em ${many(count, say`grupo`, say`grupos`)} com listas exact, qualquer membro pode adicionar pessoas, que a próxima execução remove de novo: escreva may-add: admins, ou everyone se for essa a intenção.`,
  },
  recalled: {
    report: (count, since) =>
      say`${many(count, say`foto não foi vista`, say`fotos não foram vistas`)} de novo: na última vez (a mais antiga em ${since}), estava tudo como os arquivos pedem. O que alguém mudou no celular desde então aparece numa execução seguinte.`,
    terminal: (count, since) =>
      say`${many(count, say`foto não foi consultada`, say`fotos não foram consultadas`)} de novo: na última consulta (a mais antiga em ${since}), estava tudo como os arquivos pedem. --ask-photos consulta todas.`,
  },
  loosened: portugueseLoosened,
};
