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
      count === 1
        ? say`1 foto estava como o arquivo pede quando foi vista pela última vez, em ${since}, e por isso não foi vista de novo. Se alguém pôs outra pelo celular desde então, uma execução seguinte mostra.`
        : say`${count} fotos estavam como os arquivos pedem quando foram vistas pela última vez, a primeira delas em ${since}, e por isso não foram vistas de novo. Se alguém pôs outra pelo celular desde então, uma execução seguinte mostra.`,
    terminal: (count, since) =>
      count === 1
        ? say`1 foto estava como o arquivo pede quando foi vista pela última vez, em ${since}, e por isso não foi consultada de novo. --ask-photos consulta essa foto.`
        : say`${count} fotos estavam como os arquivos pedem quando foram vistas pela última vez, a primeira delas em ${since}, e por isso não foram consultadas de novo. --ask-photos consulta todas.`,
  },
  loosened: portugueseLoosened,
};
