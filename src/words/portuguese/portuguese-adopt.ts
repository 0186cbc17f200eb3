import { say } from '../../safe/inline.ts';
import type { AdoptWords } from '../adopt-words.ts';
import { counted } from '../terminal-forms.ts';

const files = (count: number) => counted(count, say`arquivo`, say`arquivos`);

/** What `adopt` says in Brazilian Portuguese. */
export const portugueseAdopt: AdoptWords = {
  summary: (count) =>
    say`${files(count)} ${count === 1 ? say`acompanha seu grupo` : say`acompanham seus grupos`}, como alguém deixou no celular:`,
  nothing: say`Nada a trazer.`,
  photo: (path) => say`a foto do grupo é salva como ${path}`,
  left: say`Fica como está`,
  reasons: {
    observe: say`o arquivo só observa isto (manage: observe): é por ele que o grupo é medido`,
    approved: say`aprovado e ainda não feito: o apply leva o grupo ao que diz o arquivo`,
    incomplete: say`a lista de participantes não está completa, então não dá para dizer quem falta: tente mais tarde`,
    'perhaps-there': say`pode estar no grupo com o número oculto: rode de novo quando isso se souber, ou escreva lid:…`,
    'other-number': say`está no grupo, ou parece estar, com outro número: escreva esse número junto do apelido, no arquivo de pessoas`,
    'perhaps-unseen': say`o WhatsApp pode estar mostrando só parte deste grupo, então não dá para dizer quem falta`,
    untellable: say`o WhatsApp não dá nem o número nem o LID de alguém`,
    'no-handle': say`os números são selados nestes arquivos: dê antes um apelido no arquivo de pessoas (rollcall seal)`,
    'holds-number': say`os números são selados nestes arquivos, e isto parece conter um: mude pelo celular, ou escreva você mesmo`,
    'by-defaults': say`um _defaults.yaml cita a pessoa, e ele vale para todos os seus grupos: mude lá`,
    'no-value': say`nenhum arquivo pode ter o valor que o grupo tem: mude pelo celular`,
    'not-said': say`o WhatsApp não diz como está no grupo`,
    'photo-hidden': say`o WhatsApp não mostra a foto para a conta`,
    'photo-unread': say`não foi possível baixar a foto: tente de novo`,
    'photo-unusable': say`nenhum arquivo pode ter esta imagem como foto: é pequena demais ou de outro formato`,
  },
  unread: say`Não foi possível ler`,
  notProved: say`Nada foi escrito: os arquivos não ficariam como foi pedido.`,
  faults: {
    mistakes: say`ele teria erros que os arquivos não têm agora`,
    'still-differs': say`o grupo ainda seria diferente dele`,
    'something-else': say`ele diria outra coisa sobre o que não foi pedido`,
  },
  notCompared: say`não é comparado: o Rollcall não poderia definir isto`,
  question: say`Escrever isto? Só "sim" vale:`,
  notAsked: say`Nada foi escrito: use --yes para escrever sem perguntar.`,
  madeUp: say`Nada foi escrito: nada neste sandbox foi lido do WhatsApp.`,
  written: (count) =>
    say`${files(count)} ${count === 1 ? say`escrito` : say`escritos`}. Confira e faça commit como qualquer outra mudança.`,
};
