import { say } from '../../safe/inline.ts';
import type { ImportWords } from '../import-words.ts';
import { counted } from '../terminal-forms.ts';

const groups = (count: number) => counted(count, say`grupo`, say`grupos`);
const people = (count: number) => counted(count, say`pessoa`, say`pessoas`);
const members = (count: number) => counted(count, say`membro`, say`membros`);
const newPeople = (count: number) => counted(count, say`pessoa nova`, say`pessoas novas`);

/** What `import` says in Brazilian Portuguese. */
export const portugueseImport: ImportWords = {
  comments: {
    longName: (bytes, most) =>
      say`O nome tem ${bytes} bytes, e o GOWA não grava nenhum com mais de ${most}: ele fica como está.`,
    noName: say`O WhatsApp não dá um nome para este grupo.`,
    holdsNumber: (key) =>
      say`${key}: não gravado; parece conter um número de telefone, e nestes arquivos os números são selados.`,
    odd: {
      line: () => say`Este nome não pode ficar em um arquivo: ele fica como está.`,
      lines: () => say`A descrição não pode ficar em um arquivo: ela fica como está.`,
      seconds: (seconds) =>
        say`As mensagens desaparecem depois de ${seconds} segundos, o que só um celular define: isso fica como está.`,
    },
    uncounted: say`O WhatsApp não disse quantas pessoas há aqui: compare as listas com um celular antes de escrever manage: exact.`,
    noLists: (count) =>
      say`Sem listas: ${count === 1 ? say`o número de 1 membro não pode` : say`os números de ${count} membros não podem`} ficar em um arquivo, e meia lista seria pior que nenhuma.`,
    crowded: (count) => say`Sem listas: ${people(count)} são mais do que uma lista pode citar.`,
    nameless: (count) =>
      say`Além dos que estão abaixo: ${members(count)} que o WhatsApp não diz quem são. Ninguém mexe com eles.`,
    noPhoto: (reason) => say`Sem foto: ${reason}.`,
    observed: {
      notAdmin: say`A conta não é admin aqui, por isso o grupo é apenas observado.`,
      community: say`Uma comunidade: o WhatsApp não deixa nenhum programa gerenciá-la, por isso é apenas observada.`,
      announcements: say`Avisos de uma comunidade: o WhatsApp não deixa nenhum programa gerenciá-los, por isso são apenas observados.`,
    },
    called: (name) => say`${name} no WhatsApp, pelos seus contatos ou pela própria pessoa`,
  },
  summary: {
    done: (count, named, folder) =>
      say`${count === 1 ? say`Importado` : say`Importados`} ${groups(count)} e ${newPeople(named)} em ${folder}.`,
    dryRun: (count, named, folder) =>
      say`${count === 1 ? say`Seria importado` : say`Seriam importados`} ${groups(count)} e ${newPeople(named)} em ${folder}. Nada foi gravado, e ninguém foi consultado.`,
  },
  people: (plain, admins) => say`${members(plain)}, ${counted(admins, say`admin`, say`admins`)}`,
  observed: say`apenas observado`,
  remarks: (count) => say`${counted(count, say`observação`, say`observações`)} no arquivo`,
  skipped: {
    hasFile: (count) =>
      count === 1
        ? say`1 grupo já tem um arquivo, que fica como está.`
        : say`${count} grupos já têm um arquivo, que fica como está.`,
    notAdmin: (count) =>
      count === 1
        ? say`1 grupo ficou de fora, pois a conta não é admin nele: --all o inclui, para ser observado.`
        : say`${count} grupos ficaram de fora, pois a conta não é admin neles: --all os inclui, para serem observados.`,
    notMatched: (count) =>
      count === 1
        ? say`1 grupo ficou de fora por --match.`
        : say`${count} grupos ficaram de fora por --match.`,
  },
  unread: (name, reason) => say`${name} não foi importado: ${reason}. Tente de novo mais tarde.`,
  incomplete: say`o WhatsApp enviou só uma parte da lista de pessoas`,
  changedByDefaults: (files) =>
    say`ATENÇÃO: um _defaults.yaml desta pasta acrescenta algo a estes arquivos, então o próximo plano não está vazio: ${files}. Veja esse plano antes de aplicar qualquer coisa; para manter estes grupos como estão, importe para uma pasta sem _defaults.yaml.`,
  cutList: (count) =>
    say`O WhatsApp lista no máximo ${count} grupos: para os demais, escreva um arquivo com o id de cada um.`,
  byNumber: (count) =>
    count === 1
      ? say`1 pessoa está nas listas pelo número, pois ninguém diz quem é.`
      : say`${count} pessoas estão nas listas pelo número, pois ninguém diz quem são.`,
  hidden: (count) =>
    count === 1
      ? say`1 pessoa oculta o número: é conhecida pelo LID, e ninguém mexe com ela.`
      : say`${count} pessoas ocultam o número: são conhecidas pelos LIDs, e ninguém mexe com elas.`,
  contacts: (count) =>
    say`${count === 1 ? say`1 nome do WhatsApp está` : say`${count} nomes do WhatsApp estão`} só em comentários: o GOWA não diz quais são dos seus contatos e quais as pessoas deram a si mesmas. --contacts acredita neles.`,
  lookedUp: (asked, left) =>
    left === 0
      ? say`Foi perguntado ao WhatsApp quem da planilha oculta o número: ${people(asked)}.`
      : say`Foi perguntado ao WhatsApp quem da planilha oculta o número: ${people(asked)}. ${left === 1 ? say`Falta 1` : say`Faltam ${left}`}: importe de novo, mais tarde ou outro dia.`,
  notLookedUp: (left) =>
    say`Ninguém da planilha pôde ser consultado, embora alguns possam estar ocultos nos grupos: ${people(left)}. Consultas pedem uma memória já iniciada (rollcall apply --new-journal) e com saldo no dia: importe de novo depois.`,
  headings: {
    unlisted: (count) =>
      say`Em grupos e em nenhuma linha da planilha (exact os removeria, se ela fosse a lista): ${people(count)}`,
    groupless: (count) => say`Na planilha e em nenhum grupo: ${people(count)}`,
    unreadable: (count) => say`Não lido na planilha: ${counted(count, say`lugar`, say`lugares`)}`,
    twice: (count) => say`Um número em várias linhas: ${counted(count, say`número`, say`números`)}`,
    teams: (count) => say`Equipes da planilha, para teams: em _people.yaml: ${count}`,
    sameLists: (count) =>
      say`As mesmas pessoas em vários arquivos: ${counted(count, say`lista que poderia ser uma equipe`, say`listas que poderiam ser equipes`)}`,
    identified: (count) =>
      say`Ocultas até agora, e conhecidas pela planilha: ${people(count)} (ponha os handles no lugar dos LIDs)`,
  },
  crowd: people,
  next: (command) => say`A seguir: ${command}`,
  first: (count) =>
    say`Em ${groups(count)} a maioria das pessoas não está em nenhum arquivo. Importe primeiro: rollcall import grava o arquivo de um grupo que ainda não tem, a partir de quem está nele.`,
  partly: (written, missing) =>
    say`${written === '' ? say`Nada foi gravado` : say`Gravado, cada um inteiro: ${written}`}; ${counted(missing, say`arquivo não`, say`arquivos não`)}. Abra espaço e importe de novo: só o que falta é gravado.`,
};
