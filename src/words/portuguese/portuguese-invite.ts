import { keptFor, messageRest, toDays, toHours } from '../../domain/patience.ts';
import type { InviteWords } from '../invite-words.ts';
import { many, say } from './portuguese-forms.ts';

const people = (count: number) => many(count, say`pessoa`, say`pessoas`);

/** What `invite` says in Brazilian Portuguese. */
export const portugueseInvite: InviteWords = {
  letter: {
    invited: (group) => say`Este é um convite para o grupo do WhatsApp ${group}.`,
    asks: say`Quem convida são as pessoas que cuidam do grupo. Você não precisa entrar nem responder.`,
    open: say`Se quiser entrar, abra este link:`,
    knock: say`Se quiser entrar, abra este link e peça para participar. Um dos admins vai aceitar:`,
  },
  sheet: {
    title: (group) => say`Entre no nosso grupo do WhatsApp ${group}`,
    scan: say`Aponte a câmera do celular para este quadrado e abra o que aparecer.`,
    square: say`QR code com o link do grupo`,
    address: say`Ou digite este endereço no navegador do celular:`,
    open: say`O WhatsApp mostra o nome do grupo. Toque em “Entrar no grupo”, e pronto.`,
    knock: say`O WhatsApp mostra o nome do grupo. Peça para participar; um dos admins aceita, o que pode levar um dia.`,
    care: say`Quem tem esta folha tem o link. Coloque-a só onde quem faz parte do grupo a veja, e retire-a depois.`,
    written: (file) =>
      say`Gravado: ${file}. O arquivo tem o link do grupo: imprima e depois apague. Só você consegue ler o arquivo.`,
  },
  headings: {
    link: say`Link`,
    text: say`Texto para copiar`,
    people: (count) => say`Para convidar: ${people(count)}`,
    hindered: say`Não recebem mensagem`,
  },
  secret: {
    open: say`Quem tem este link entra na hora, seja quem for: passe só para quem faz parte do grupo.`,
    knock: say`Quem tem este link pode pedir para entrar: passe só para quem faz parte do grupo.`,
  },
  sandbox: say`Sandbox: este link não leva a lugar nenhum, e ninguém recebe mensagem.`,
  narrow: (columns) =>
    say`O QR code precisa de ${columns} colunas: alargue a janela, ou grave uma página com --file.`,
  nobody: say`Pelo plano, não há ninguém para convidar agora.`,
  there: (who) => say`${who} já está no grupo.`,
  knocks: (who) => say`${who} já pediu para entrar: o próximo apply aceita, assim que isso for aprovado.`,
  notListed: (who, file) =>
    say`Por ${file}, ${who} não deve estar neste grupo hoje: coloque na lista primeiro.`,
  hindrances: {
    kept: () => say`é uma conta da política`,
    'not-on-whatsapp': () => say`o número não estava no WhatsApp na última consulta`,
    'not-approved': () =>
      say`nenhum plano aprovado diz que faz parte do grupo: aprove um com apply plan.json e rode de novo`,
    invited: (day) =>
      say`recebeu, ou pode ter recebido, este link em ${day}; ninguém o recebe duas vezes em ${toDays(keptFor.invited)} dias`,
    'written-to': (day) =>
      say`recebeu, ou pode ter recebido, o link de outro grupo em ${day}; ninguém recebe duas mensagens em ${toHours(messageRest)} horas`,
  },
  groupHindrances: {
    'no-memory': () =>
      say`Nada é enviado sem uma memória que saiba quem já recebeu mensagem: defina state: na política, ou use --state.`,
    unusable: (text) => say`Nada é enviado sem uma memória que possa ser usada. ${text}`,
    held: (time) =>
      say`O WhatsApp mandou esta conta parar, ou a sessão caiu: nada é enviado antes de ${time}.`,
    'no-approval': () =>
      say`Nada é enviado: quem tem o link deste grupo entra na hora. Ative “Aprovar novos membros” nas configurações do grupo no celular e rode de novo.`,
  },
  toAsk: (count) =>
    say`O texto acima pode ser enviado pela conta a ${people(count)}. A pergunta vem para cada uma.`,
  paceSpent: (count, time) => say`As mensagens do dia acabaram: ${people(count)} só depois de ${time}.`,
  question: (who) => say`Escrever para ${who}? s: sim, t: esta e todas as seguintes, Enter: não`,
  answers: { yes: 's', all: 't' },
  chosen: (count) => say`Escrevendo para ${people(count)}, com pausas.`,
  nobodyChosen: say`Nada foi enviado.`,
  results: {
    sent: say`enviada`,
    unknown: say`talvez enviada: não houve resposta clara, então conta como enviada`,
    'not-on-whatsapp': say`não enviada: o número não está no WhatsApp`,
    refused: say`não enviada`,
    'not-due': say`não enviada: já não precisa de convite`,
  },
  endings: {
    pace: say`As mensagens ou consultas do dia acabaram.`,
    'no-approval': say`Agora quem tem o link entra na hora, então nada mais é enviado.`,
    unread: say`Não foi possível ler o grupo de novo, então nada mais é enviado.`,
    refused: say`O WhatsApp recusou uma mensagem, então nada mais é enviado.`,
    limited: say`O WhatsApp está limitando esta conta, então nada mais é enviado.`,
    stopped: say`Nada mais é enviado.`,
    interrupted: say`Interrompido: nada mais é enviado.`,
  },
  summary: (sent, unknown, rest) =>
    say`Convites: ${many(sent, say`enviado`, say`enviados`)}, ${unknown} sem resposta clara, ${many(rest, say`não enviado`, say`não enviados`)}.`,
};
