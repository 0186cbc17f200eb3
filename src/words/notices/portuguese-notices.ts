import { keptFor, toDays, toHours } from '../../domain/patience.ts';
import { groups, many, say } from '../portuguese/portuguese-forms.ts';
import type { NoticeWords } from './notice-words.ts';

const titles = {
  drift: say`Rollcall: há grupos diferentes dos seus arquivos`,
  apply: say`Rollcall: nem tudo foi feito`,
  ended: say`Rollcall: uma execução terminou antes da hora`,
} as const;

/** What a message to the admins says in Brazilian Portuguese. */
export const portugueseNotices: NoticeWords = {
  title: (about, account) => (account === '' ? titles[about] : say`${titles[about]} (${account})`),
  rehearsal: (title) => say`Ensaio, sem grupos de verdade. ${title}`,
  run: {
    'rate-limited': say`O WhatsApp está limitando a conta: ela precisa descansar.`,
    'session-lost': say`A conta não está mais conectada: entre de novo no servidor.`,
    unreachable: say`Não foi possível alcançar o servidor.`,
    'no-answers': say`O servidor parou de responder.`,
    'no-storage': say`Não foi possível gravar na memória.`,
    interrupted: say`A execução foi interrompida.`,
    memory: say`A memória não pode ser usada, então ninguém é adicionado, removido, promovido nem rebaixado.`,
    unexpected: say`O plano não era o que foi aprovado, então nada foi feito.`,
    refused: say`Um limite da execução inteira recusa mudanças.`,
    ended: say`A execução terminou antes de contar o que fez.`,
    mistakes: say`Os arquivos têm erros, então nada foi feito.`,
  },
  group: {
    failed: (count) => many(count, say`falhou`, say`falharam`),
    notVerified: (count) => say`${count} sem prova`,
    refused: (count) => many(count, say`recusada por um limite`, say`recusadas por um limite`),
    differs: (count) => many(count, say`diferença`, say`diferenças`),
    needHuman: (count) => say`${count} para alguém olhar`,
    declined: (count) => say`${count} para convidar pelo link`,
    unreadable: () => say`não foi possível ler`,
    notMade: () => say`não foi possível criar`,
  },
  more: (count) => say`E mais ${groups(count)}.`,
  advice: {
    drift: say`O que fazer: olhe o plano. O que foi de propósito vai para os arquivos, o que não foi é desfeito por um apply que alguém aprova.`,
    apply: say`O que fazer: olhe o relatório. O que está aprovado e não foi feito é tentado de novo pelo próximo apply.`,
    ended: say`O que fazer: olhe a execução; o log dela diz o porquê.`,
  },
  nothing: say`Nada para contar: ninguém recebe mensagem.`,
  noReport: say`Não há relatório, e a execução foi bem ou vai rodar de novo: ninguém recebe mensagem.`,
  channels: { webhook: say`o webhook`, mail: say`e-mail`, group: say`o grupo de WhatsApp dos admins` },
  sent: (channel) => say`Enviada: ${channel}.`,
  told: (channel) =>
    say`Nada de novo: já contado por ${channel} há menos de ${toDays(keptFor.told)} dias, e continua igual.`,
  spent: (channel, perDay) =>
    say`Não enviada: ${channel} já teve ${many(perDay, say`mensagem`, say`mensagens`)} em ${toHours(keptFor.spent)} horas. A próxima execução conta.`,
  failed: (channel, why) => say`Não enviada: ${channel}: ${why}`,
  wouldSend: (channel) => say`Seria enviada: ${channel}.`,
};
