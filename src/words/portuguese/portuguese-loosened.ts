import { keptFor, toHours } from '../../domain/patience.ts';
import type { Inline } from '../../safe/inline.ts';
import type { LoosenedWords } from '../loosened-words.ts';
import { limits, many, say } from './portuguese-forms.ts';
import { spellSeconds } from '../spelling/spell-seconds.ts';

const hours = toHours(keptFor.spent);
const together = say`em ${hours} horas, em todos os grupos juntos`;
const can = (count: number, one: Inline, more: Inline) =>
  count === 1 ? say`até 1 pessoa pode ${one}` : say`até ${count} pessoas podem ${more}`;
const removed = (count: number) => can(count, say`ser removida`, say`ser removidas`);
const added = (count: number) => can(count, say`ser adicionada`, say`ser adicionadas`);
const times = (count: number) => many(count, say`vez`, say`vezes`);

/** What loosened rules let happen. */
export const portugueseLoosened: LoosenedWords = {
  limit: (what) => say`a partir do próximo pull request, ${what}`,
  limits: {
    'removals.percent': (count) => say`até ${count}% dos membros de um grupo podem ser removidos de uma vez`,
    'removals.floor': (count) => say`${removed(count)} de uma vez de um grupo, por menor que ele seja`,
    'removals.run': (count) => say`${removed(count)} ${together}`,
    'demotions.group': (count) =>
      say`${can(count, say`deixar de ser admin`, say`deixar de ser admins`)} de uma vez em um grupo`,
    'demotions.run': (count) => say`admins podem virar membros comuns até ${times(count)} ${together}`,
    'promotions.group': (count) =>
      say`${can(count, say`virar admin`, say`virar admins`)} de uma vez em um grupo`,
    'promotions.run': (count) => say`pessoas podem virar admins até ${times(count)} ${together}`,
    'adds.group': (count) => say`${added(count)} de uma vez a um grupo`,
    'adds.run': (count) => say`${added(count)} ${together}`,
    'creates.run': (count) =>
      say`até ${many(count, say`grupo pode ser criado`, say`grupos podem ser criados`)} em ${hours} horas`,
    'admins.min': (count) =>
      count === 0
        ? say`um grupo pode ficar sem nenhum admin`
        : say`um grupo pode ficar com apenas ${many(count, say`admin`, say`admins`)}`,
  },
  pace: (what) => say`depois do merge, ${what}; o WhatsApp pode bloquear contas rápidas demais`,
  daily: {
    addsPerDay: (count) => say`a conta pode adicionar até ${many(count, say`pessoa`, say`pessoas`)} por dia`,
    lookupsPerDay: (count) =>
      say`a conta pode consultar até ${many(count, say`número`, say`números`)} por dia no WhatsApp`,
    createsPerDay: (count) => say`a conta pode criar até ${many(count, say`grupo`, say`grupos`)} por dia`,
    messagesPerDay: (count) =>
      say`a conta pode enviar até ${many(count, say`convite`, say`convites`)} por dia como mensagens`,
  },
  pauses: {
    pause: (seconds) => say`a conta espera apenas ${seconds} segundos entre duas mudanças`,
    afterAdd: (seconds) => say`a conta espera apenas ${seconds} segundos por pessoa que adiciona`,
    reads: (seconds) => say`a conta espera apenas ${seconds} segundos entre dois grupos que lê`,
  },
  seconds: (range) => spellSeconds(range, { point: ',', to: say`a` }),
  unprotected: (name) =>
    say`${name} não tem mais proteção: a partir do próximo pull request, essa pessoa pode ser removida ou deixar de ser admin`,
  account: {
    added: (name, number) =>
      say`a conta ${name} (${number}) é nova: ela pode agir nos grupos e nunca é removida deles`,
    removed: (name, number) =>
      say`a conta ${name} (${number}) foi retirada: a partir do próximo pull request pode ser removida como qualquer pessoa`,
    changed: (name, before, after) =>
      say`a conta ${name} tem outro número: ${after} age nos grupos, e ${before} pode ser removido como qualquer pessoa a partir do próximo pull request`,
  },
  memory: {
    gone: say`não se guarda mais registro das execuções anteriores: quem saiu ou não quis ser adicionado é adicionado de novo, e o que foi feito hoje não conta para nenhum limite`,
    moved: say`o registro das execuções anteriores é procurado em outro lugar: um que comece lá não sabe quem saiu ou não quis ser adicionado`,
  },
  reach: {
    members: {
      exact: (groups) =>
        say`em ${groups}, a partir de agora quem não está na lista é removido; antes, ninguém era removido`,
      additive: (groups) =>
        say`em ${groups}, a partir de agora quem está faltando é adicionado; antes, isto era só observado`,
    },
    admins: {
      exact: (groups) =>
        say`em ${groups}, a partir de agora os admins que não estão na lista de admins deixam de ser admins; antes, todos continuavam`,
      additive: (groups) =>
        say`em ${groups}, a partir de agora quem está na lista de admins vira admin; antes, isto era só observado`,
    },
    settings: (groups) =>
      say`em ${groups}, a partir de agora nome, foto e configurações são mudados para o que os arquivos dizem; antes, isto era só observado`,
  },
  newMembers: (groups) =>
    say`em ${groups}, a partir de agora quem está faltando é adicionado; antes, era só convidado`,
  link: say`o link do grupo não é mais redefinido quando alguém é removido: quem ainda tem o link pode tentar voltar`,
  seal: {
    gone: say`os números de telefone nos arquivos não são mais selados: quem pode ler os arquivos pode ler os números`,
    changed: say`a partir de agora os números de telefone são selados com outra chave: quem tem a parte privada da nova pode lê-los`,
  },
  handedOver: (groups, before, after) =>
    say`em ${groups}, a partir de agora outra conta age: ${after}, e não ${before}; o que ela faz lá está em um plano próprio, com limites próprios`,
  allow: (group, { limit, number, until, reason }) =>
    say`em ${group}, até ${many(number, ...limits[limit])} podem passar do limite até ${until}, porque: ${reason}`,
  place: (key, file) => say`${key} em ${file}`,
  instead: (after, before) => say`${after} em vez de ${before}`,
};
