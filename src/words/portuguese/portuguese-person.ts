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
      asks: say`pede para entrar`,
      absent: say`não está no grupo`,
      incomplete: say`não foi vista, mas a lista está incompleta`,
      unsure: say`não foi vista, mas alguém lá oculta o número`,
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
  forget: {
    refused: {
      protected: (name) =>
        say`${name} está em protected, e esquecer acabaria com essa proteção em silêncio: um grupo poderia perder essa pessoa. Tire-a antes de protected, numa mudança à parte, e execute isto de novo.`,
      account: (name) => say`${name} é uma conta da política, que age nos grupos: não pode ser esquecida.`,
    },
    nowhere: (name) => say`Nenhum arquivo menciona ${name}.`,
    summary: (name, entries, files) =>
      say`Esquecer ${name}: ${counted(entries, say`entrada de lista`, say`entradas de listas`)}, em ${counted(files, say`arquivo`, say`arquivos`)}.`,
    leaves: (groups) =>
      say`Mesclar isto REMOVE essa pessoa dos grupos destes arquivos, geridos como exact: ${groups}`,
    demoted: (groups) => say`Mesclar isto faz essa pessoa deixar de ser admin, por estes arquivos: ${groups}`,
    stays: (groups) =>
      say`Essa pessoa fica nos grupos destes arquivos, que não removem ninguém; remova-a pelo celular: ${groups}`,
    emptied: (list, file) => say`AGORA VAZIA: ${list} em ${file}. [] quer dizer ninguém, e não "não gerida".`,
    emptiedMembers: (file) =>
      say`NÃO FICA NINGUÉM no grupo de ${file}: um plano que o esvazia é recusado, a não ser que allow.removals o permita.`,
    broken: say`Nada foi gravado: sem essa pessoa os arquivos teriam estes erros. Corrija-os antes.`,
    question: say`Tirar essa pessoa destes arquivos? Só "sim" vale:`,
    written: (file) => say`gravado: ${file}`,
    notWritten: (file) => say`NÃO gravado: ${file}`,
    partly: say`Nem tudo foi gravado. O que foi gravado está certo por si só; execute isto de novo para o resto.`,
    mentions: (places, more) =>
      say`Ainda há menções em textos e comentários, para você verificar: ${places}${more > 0 ? say` e mais ${more}` : say``}`,
    spreadsheet: (file) =>
      say`${file} é uma planilha: quem cuida dela também precisa tirar a linha, senão ela volta na próxima exportação.`,
    heading: say`O que ainda guarda essa pessoa`,
    history: say`git: cada commit anterior, em cada clone e fork, em pull requests abertos e nos caches da forja.`,
    sealedHistory: say`O número selado nesses commits: quem tem a chave privada daquela época o abre, seja o que for selado de novo depois (rollcall seal --rotate).`,
    memory: say`O registro: pseudônimos, que ninguém lê sem ROLLCALL_KEY e um palpite sobre o número.`,
    artifacts: say`Arquivos de plano, páginas e comentários de execuções anteriores: nomes, e números mascarados.`,
    gowa: say`GOWA e WhatsApp: números e mensagens às claras, até o plano ser aplicado, a conversa apagada e os arquivos do GOWA também.`,
    purge: say`Como limpar cada um: docs/privacy.md, "To take somebody out for good". Primeiro faça o commit, depois:`,
  },
};
