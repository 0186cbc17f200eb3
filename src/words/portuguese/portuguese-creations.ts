import { creationSettles } from '../../domain/patience.ts';
import { listedGroupsLimit, nameLimit } from '../../domain/whatsapp-facts.ts';
import type { CreationWords } from '../creation-words.ts';
import { say } from './portuguese-forms.ts';

const minutes = Math.round(creationSettles / 60_000);

/** What is said of groups that are to be made. */
export const portugueseCreations: CreationWords = {
  due: (first) => say`é criado com ${first}; os demais entram depois, no ritmo da política`,
  dueInvited: (first) =>
    say`é criado já com ${first}, embora os demais entrem pelo link: o WhatsApp não cria um grupo só para a conta`,
  found: (id) =>
    say`já foi criado por um pedido anterior (${id}): nada é criado, e o id dele vai para o arquivo`,
  refused: say`não é criado: um limite se opõe`,
  obstacles: {
    observe: () => say`não é criado, porque o arquivo só observa (manage: observe)`,
    'no-name': () => say`não é criado: um grupo a criar precisa de um nome no arquivo`,
    'name-too-long': () => say`não é criado: o WhatsApp aceita nomes de no máximo ${nameLimit} caracteres`,
    'nobody-first': () =>
      say`não é criado: o WhatsApp não cria um grupo sem mais alguém além da conta, e ninguém no arquivo pode entrar junto. Liste em admins alguém que possa ser adicionado, ou crie o grupo em um celular e escreva o id no arquivo`,
    'same-name': (ids) =>
      say`não é criado: a conta já tem um grupo com este nome que não está em nenhum arquivo (${ids}). Escreva o id dele no arquivo, se for este; se não for, dê outro nome a um deles`,
    'same-name-open': () =>
      say`ainda não é criado: o grupo com este nome de outro arquivo foi pedido, e ainda não se sabe se ele existe. Rode create de novo`,
    'may-appear': () =>
      say`foi pedido sem resposta clara e ainda pode aparecer: rode create de novo ${minutes} minutos depois`,
    several: (ids) =>
      say`foi pedido sem resposta clara, e mais de um grupo pode ser ele (${ids}). Confira em um celular e escreva o id certo no arquivo`,
    'list-unread': () =>
      say`não é criado agora: não foi possível ler a lista dos grupos da conta, então não se sabe se ele já existe. Rode create de novo`,
    'list-full': () =>
      say`foi pedido sem resposta clara, e o GOWA mostra no máximo ${listedGroupsLimit} grupos, então não se sabe se ele já existe. Confira em um celular; se existir, escreva o id no arquivo`,
    'no-memory': () =>
      say`não é criado sem a memória, a única coisa que impede que ele seja criado duas vezes. Escreva state: em _policy.yaml, ou comece uma memória com apply --new-journal`,
    'not-approved': () => say`não é criado: ninguém aprovou, ou ninguém que possa entrar junto foi aprovado`,
  },
  waiting: (count) =>
    count === 1
      ? say`1 grupo espera ser criado: rollcall create`
      : say`${count} grupos esperam ser criados: rollcall create`,
  fates: {
    made: (id) => say`foi criado: ${id}`,
    taken: (id) => say`já tinha sido criado por um pedido anterior, e é este: ${id}`,
    joined: (names) => say`já estão nele: ${names}`,
    nobodyYet: say`ninguém mais está nele ainda`,
    filed: say`o id está no arquivo`,
    offered: say`o id dele vem em um pull request`,
    rehearsed: say`é só um ensaio, então o id não vai para o arquivo`,
    notFiled: (id, why) =>
      say`O ID AINDA NÃO ESTÁ NO ARQUIVO. Rode create de novo, ou escreva id: ${id} nele (${why})`,
    failed: (text) => say`não foi criado: ${text}`,
    nobody: say`não foi criado: ninguém que pode entrar junto está no WhatsApp`,
    unknown: (text) =>
      say`pode ter sido criado: não houve resposta clara (${text}). Rode create de novo depois de ${minutes} minutos; ele confere antes de pedir outra vez`,
    skipped: {
      limit: say`não foi criado: um limite se opõe`,
      'not-approved': say`não foi criado: ninguém aprovou, ou ninguém que possa entrar junto foi aprovado`,
      pace: say`espera: o ritmo de hoje acabou`,
      stopped: say`espera: a execução foi parada`,
      interrupted: say`espera: a execução foi interrompida`,
    },
  },
  nothing: say`Todos os grupos têm id: não há nada a criar.`,
  heading: say`Grupos e seus ids`,
  merging: (count) =>
    count === 1 ? say`O merge cria 1 grupo novo.` : say`O merge cria ${count} grupos novos.`,
  headline: (made, all) => say`${made} de ${all} ${all === 1 ? say`grupo criado` : say`grupos criados`}.`,
  summary: (made, all) => say`${made} de ${all} ${all === 1 ? say`grupo criado` : say`grupos criados`}`,
  which: (name) => say`Qual deles é ${name}? Digite o id, ou nada para deixar como está:`,
};
