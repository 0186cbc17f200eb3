import { say } from '../../safe/inline.ts';
import { counted } from '../terminal-forms.ts';
import type { PersonWords } from '../person-words.ts';

/** What the commands about one person say in Brazilian Portuguese. */
export const portuguesePerson: PersonWords = {
  who: {
    question: say`Quem? Um apelido, um número ou lid:…:`,
    protected: say`em protected: nunca sai removida, nunca deixa de ser admin`,
    account: say`uma conta da política: fica sempre como está`,
    labels: { files: say`arquivos`, live: say`agora` },
    roles: {
      member: say`participante`,
      admin: say`admin`,
      lid: say`pessoa conhecida pelo LID, nunca é mexida`,
    },
    owner: say`criou o grupo`,
    hidden: say`número oculto, pessoa conhecida pelo LID`,
    live: {
      absent: say`não está no grupo`,
      incomplete: say`não foi vista, mas a lista está incompleta`,
      unread: say`não foi possível ler o grupo`,
      'not-read': say`não lido`,
    },
    notListed: say`não está na lista`,
    way: (text, list, place) => say`${text} em ${list === 'admins' ? say`admins` : say`members`} (${place})`,
    from: (day) => say`a partir de ${day}`,
    until: (day) => say`até ${day}`,
    adminFrom: (day) => say`admin a partir de ${day}`,
    adminUntil: (day) => say`admin até ${day}`,
    byInvite: say`só por convite`,
    readd: (day) => say`volta uma vez, até ${day}`,
    filesOnly: say`Só os arquivos foram vistos: com um servidor (ROLLCALL_URL ou --url), também se veem os grupos como estão agora.`,
    sandbox: say`Sandbox: nada disto é o WhatsApp.`,
    nowhere: say`Em nenhum grupo.`,
    unread: (groups) => say`Não se sabe nada de: ${groups}`,
    elsewhere: (count) =>
      say`${counted(count, say`grupo de outra conta não lido`, say`grupos de outras contas não lidos`)}.`,
  },
};
