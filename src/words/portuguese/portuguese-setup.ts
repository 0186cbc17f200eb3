import type { SetupWords } from '../setup-words.ts';
import { say } from './portuguese-forms.ts';

/** What `init` says. */
export const portugueseSetup: SetupWords = {
  policy: {
    head: say`O que o Rollcall pode fazer. O único arquivo, além dos grupos, que precisa existir.`,
    account: say`a conta que age: admin dos grupos`,
    timezone: say`onde os dias começam e terminam`,
    country: say`o que significa um número sem código do país`,
    language: say`idioma dos relatórios: en, id ou pt-BR`,
    state: say`onde fica a memória entre uma execução e outra`,
    manage: say`ninguém sai nem deixa de ser admin sem que o arquivo do grupo diga manage: exact`,
    protected: say`nunca são removidos nem deixam de ser admins, digam os arquivos o que disserem`,
    usual: say`Limites e ritmo são os de costume enquanto não estiverem aqui: veja docs/files.md.`,
  },
  ask: {
    url: say`Endereço do seu servidor GOWA (vazio: ainda nenhum): `,
    account: say`Número da conta que age, com + e código do país: `,
    country: (others, proposed) => say`O país dela (o código também é de ${others}) [${proposed}]: `,
    protected: say`Números de quem nunca pode ser removido nem deixar de ser admin, separados por vírgulas (o seu, por exemplo): `,
  },
  again: (fault) => say`${fault} Tente de novo.`,
  headings: {
    written: say`Escrito:`,
    left: say`Já existia, e ficou como está:`,
    edited: say`Mudado por alguém, e ficou como está:`,
    known: say`O que diz:`,
    next: say`A seguir:`,
  },
  told: {
    account: (number) => say`A conta que age é ${number}.`,
    sandbox: say`Este servidor é um sandbox: a conta não é de ninguém. Para grupos de verdade, comece de novo em outra pasta.`,
    unasked: (why) =>
      why === ''
        ? say`Nenhum servidor foi consultado: não se sabe se o GOWA está conectado a esta conta nem como o WhatsApp escreve o número dela. rollcall status diz, assim que ROLLCALL_URL estiver definida.`
        : say`O servidor não pôde ser consultado, então não se sabe se está conectado a esta conta nem como o WhatsApp escreve o número dela: ${why} rollcall status diz, assim que isso funcionar.`,
    country: (country) => say`Números sem código do país são lidos como números de ${country}.`,
    noCountry: say`O número da conta não é de nenhum país: escreva todos os números com o código do país, ou defina country: em _policy.yaml.`,
    shared: (others) => say`O código também é de ${others}: se for um desses, mude country: em _policy.yaml.`,
    zone: (zone) =>
      say`Os dias começam e terminam como em ${zone}, o fuso desta máquina: mude timezone: se os seus grupos são de outro lugar.`,
    nobodyProtected: say`Ninguém está protegido ainda: ponha o seu próprio número em protected: no _policy.yaml.`,
    complete: say`Tudo já existe: nada foi escrito.`,
    ignore: (line) =>
      say`O seu .gitignore não tem a linha ${line}: acrescente-a, para que a memória fique fora do repositório.`,
    needsCopy: say`Estes workflows compilam o Rollcall a partir do repositório em que estão: ele precisa ser uma cópia do repositório do Rollcall (docs/setup.md).`,
    outdated: say`Estes arquivos estão como uma versão anterior os escreveu. Ficariam assim:`,
    edited: say`Compare com o que uma pasta nova recebe, e diga neles também o que os workflows devem rodar.`,
  },
  secrets: {
    at: (forge) => say`Em ${forge}:`,
    pages: {
      github: {
        place: say`Settings → Environments: um environment chamado rollcall, deployment branch só main, com estes secrets:`,
        variables: (name) =>
          say`Settings → Secrets and variables → Actions → Variables: ${name} = on, por último: é a chave que liga tudo.`,
        rules: say`.github/CODEOWNERS precisa dos seus nomes, e Settings → Rules de uma regra para main: está tudo em docs/setup.md.`,
        token: say`um token para os pull requests do próprio Rollcall, para que tenham logo o seu plano`,
      },
      gitea: {
        place: say`Settings → Actions → Secrets do repositório, com estes. Antes, crie as regras para branches e tags de docs/forgejo.md: sem elas, quem puder enviar um branch consegue ler todos os secrets.`,
        variables: (name) =>
          say`Settings → Actions → Variables: ${name} = on, por último: é a chave que liga tudo.`,
        rules: say`Settings → Branches e Tags: regras para main, para todos os outros branches e para tags: está tudo em docs/forgejo.md.`,
        token: say`um token de uma conta própria, que possa escrever aqui: necessário se grupos são criados a partir de arquivos ou se ROLLCALL_ADOPT está ligado, pois as regras não deixam o token do próprio workflow enviar para nenhum branch; docs/forgejo.md`,
      },
    },
    each: {
      ROLLCALL_URL: say`o endereço do servidor GOWA`,
      ROLLCALL_USER: say`o usuário dele`,
      ROLLCALL_PASSWORD: say`a senha dele`,
      ROLLCALL_DEVICE: say`só onde o servidor tem vários dispositivos`,
    },
    atWill: say`Só se você quiser; ROLLCALL_RUNNER, ROLLCALL_ADOPT e ROLLCALL_NOTIFY_FORMAT são variáveis, os outros são secrets:`,
    optional: {
      ROLLCALL_RUNNER: say`o label de um runner ao lado do GOWA, se os runners comuns não o alcançam, só para repositórios privados: docs/setup.md`,
      ROLLCALL_ADOPT: say`on: o que alguém muda no celular é oferecido como pull request`,
      ROLLCALL_NOTIFY_WEBHOOK: say`onde os admins ficam sabendo do apply e do drift, se alguém precisa agir: o endereço de um chat`,
      ROLLCALL_NOTIFY_FORMAT: say`que tipo de chat é, como slack ou teams`,
      ROLLCALL_NOTIFY_GROUP: say`o mesmo num grupo de WhatsApp dos admins: o id dele`,
      ROLLCALL_PEOPLE_KEY: say`a chave privada, se os números estão selados`,
      SOPS_AGE_KEY: say`a chave age, se o SOPS cifrou arquivos de pessoas`,
    },
    uses: say`O que roda com estes secrets é isto; leia, ou pergunte a quem leu:`,
    key: (command) => say`o que ${command} imprime; guarde uma cópia em lugar seguro`,
  },
  next: {
    environment: say`usuário e senha do GOWA vêm só do ambiente`,
    groups: say`todos os grupos da conta, com o id`,
    import: say`escreve um arquivo para cada grupo; não muda nada no WhatsApp`,
    plan: say`mostra o que mudaria: nada, logo depois do import`,
    keygen: say`sela os números de telefone, para que não os leia quem só pode ler o repositório; quanto antes, melhor, pois o histórico guarda o que foi enviado`,
    guide: say`O caminho inteiro, com uma forge (GitHub, Forgejo, …) ou sem: docs/setup.md`,
  },
};
